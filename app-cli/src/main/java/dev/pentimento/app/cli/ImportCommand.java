package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.ImageFiles;
import dev.pentimento.app.cli.argument.PictureArgument;
import dev.pentimento.app.cli.document.ImportedDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ShowVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Makes files the originals of a concept; all of them or none.",
            "Files that were written by -o are known again: they are their version, or become its children."
        })
final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "An image; - = standard input.")
    private List<PictureArgument> names = new ArrayList<>();

    @Option(
            names = "--concept",
            paramLabel = "ID",
            description = "Where they belong; default: where they come from, else a new concept.")
    private @Nullable String concept;

    @Mixin
    private BriefOptions brief = new BriefOptions();

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ImageFiles reader = session.imageFiles();
        List<RefineImage.Given> pictures =
                names.stream().map(name -> Pictures.given(name, reader)).toList();
        return session.withWorkbench(bench -> {
            ImportImages.Command command =
                    new ImportImages.Command(UserId.LOCAL, pictures, brief.brief(""), Pictures.concept(concept, bench));
            Pictures.announce(pictures, session.console());
            ImportImages.Imported imported =
                    bench.useCases().importImages().handle(command).imported();
            tell(
                    imported,
                    imported.versions().stream().map(id -> located(bench, id)).toList());
            return ExitCodes.OK;
        });
    }

    private static Located located(Workbench bench, VersionId id) {
        VersionReference reference = new VersionReference(id.toString());
        return Located.inVault(bench.useCases().showVersion().handle(new ShowVersion.Query(UserId.LOCAL, reference)));
    }

    private void tell(ImportImages.Imported imported, List<Located> versions) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(ImportedDocument.of(imported, versions)));
            return;
        }
        ResultLines result = new ResultLines(console.paint());
        for (int i = 0; i < versions.size(); i++) {
            console.line(result.headline(versions.get(i)));
            result.arrival(imported.arrivals().get(i), versions.get(i)).forEach(console::line);
        }
        versions.stream()
                .map(version -> version.version().concept().toString())
                .distinct()
                .forEach(concept -> console.line(result.fact("concept", concept)));
        if (!console.isQuiet()) {
            result.hint(versions).ifPresent(console::line);
        }
    }
}
