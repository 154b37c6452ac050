package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.PictureArgument;
import dev.pentimento.app.cli.document.ExaminedDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.ShownDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.RefineImage.Given;
import dev.pentimento.ports.in.RefineImage.Picture;
import dev.pentimento.ports.in.RefineImage.Stored;
import dev.pentimento.ports.in.ShowVersion;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description =
                "Shows one version with every parameter that made it; of a file, what it is and what it says about itself.")
final class ShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "VERSION|FILE|URL",
            description = "Its id or its label, such as A1 or CONCEPT/A1; or a file, - for standard input, or a URL.")
    private PictureArgument shown = new PictureArgument("A");

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Picture picture = Pictures.picture(shown, session.imageFiles());
        Pictures.announce(List.of(picture), session.console());
        return session.withWorkbench(
                bench -> picture.match(stored -> show(stored, bench), given -> examine(given, bench)));
    }

    private int examine(Given given, Workbench bench) {
        ExamineImage.Examination examination =
                bench.useCases().examineImage().handle(new ExamineImage.Query(UserId.LOCAL, given));
        return tell(() -> ExaminedDocument.of(examination), paint -> new ExaminedLines(examination, paint).lines());
    }

    private int show(Stored stored, Workbench bench) {
        ShowVersion.Details details =
                bench.useCases().showVersion().handle(new ShowVersion.Query(UserId.LOCAL, stored.reference()));
        return tell(
                () -> ShownDocument.of(details),
                paint -> new ShownLines(details, paint, session.surroundings().zone()).lines());
    }

    private int tell(Supplier<Object> document, Function<Paint, List<String>> lines) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(document.get()));
        } else {
            lines.apply(console.paint()).forEach(console::line);
        }
        return ExitCodes.OK;
    }
}
