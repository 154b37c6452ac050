package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.PictureArgument;
import dev.pentimento.app.cli.document.ExaminedDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.ShownDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.ExamineImage;
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
            paramLabel = "VERSION|FILE",
            description = "Its id or its label, such as A1 or CONCEPT/A1; or a file, - for standard input.")
    private PictureArgument shown = new PictureArgument("A");

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.imageFiles().find(shown).map(this::examine).orElseGet(this::show);
    }

    private int examine(ImageFile file) {
        return session.withWorkbench(bench -> {
            ExamineImage.Examination examination =
                    bench.examineImage().handle(new ExamineImage.Query(UserId.LOCAL, file));
            return tell(
                    () -> ExaminedDocument.of(file.name(), examination),
                    paint -> new ExaminedLines(file.name(), examination, paint).lines());
        });
    }

    private int show() {
        VersionReference version = new VersionReference(shown.text());
        return session.withWorkbench(bench -> {
            ShowVersion.Details details = bench.showVersion().handle(new ShowVersion.Query(UserId.LOCAL, version));
            return tell(
                    () -> ShownDocument.of(details),
                    paint -> new ShownLines(
                                    details, paint, session.surroundings().zone())
                            .lines());
        });
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
