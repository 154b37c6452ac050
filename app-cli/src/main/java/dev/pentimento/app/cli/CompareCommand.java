package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.OutputFile;
import dev.pentimento.app.cli.document.ComparisonDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Lineage.BranchDiff;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.CompareVersions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compare", description = "Measures how two versions differ.")
final class CompareCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "A", description = "A version: its id or its label, such as A1.")
    private VersionReference first = new VersionReference("A");

    @Parameters(index = "1", paramLabel = "B", description = "Another.")
    private VersionReference second = new VersionReference("A");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.png",
            description = "Write both and what changed side by side as a PNG.")
    private @Nullable String output;

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<OutputFile> file = Optional.ofNullable(output).map(this::png);
        return session.withWorkbench(bench -> {
            CompareVersions.Comparison comparison =
                    bench.useCases().compareVersions().handle(new CompareVersions.Query(UserId.LOCAL, first, second));
            file.ifPresent(target -> target.write(comparison.sideBySide().get().bytes()));
            tell(comparison, file.map(OutputFile::path));
            return ExitCodes.OK;
        });
    }

    private OutputFile png(String name) {
        OutputFile file = OutputFile.named(name, session.surroundings().workingDirectory());
        if (file.mediaType() != MediaType.PNG) {
            throw new IllegalArgumentException("'%s' must end in .png".formatted(name));
        }
        return file;
    }

    private void tell(CompareVersions.Comparison comparison, Optional<Path> sideBySide) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(ComparisonDocument.of(comparison, sideBySide)));
            return;
        }
        ResultLines result = new ResultLines(console.paint());
        console.line(result.headline(Located.inVault(comparison.first())));
        console.line(result.headline(Located.inVault(comparison.second())));
        console.line(result.fact(
                "pixels", comparison.difference().map(CompareCommand::pixels).orElse("the sizes differ")));
        comparison.mask().ifPresent(check -> console.line(result.fact("mask", result.mask(check))));
        console.line(result.fact(
                "lineage",
                comparison.branches().map(diff -> branches(comparison, diff)).orElse("of different concepts")));
        sideBySide.ifPresent(path -> console.line(result.fact("picture", path.toString())));
    }

    private static String pixels(Difference difference) {
        return "%s %% changed, by at most %d of 255; similarity (SSIM) %s"
                .formatted(
                        Words.oneDecimal(difference.changedPercent()),
                        difference.maxDifference(),
                        Words.fourDecimals(difference.similarity()));
    }

    private static String branches(CompareVersions.Comparison comparison, BranchDiff diff) {
        if (diff.shared().isEmpty()) {
            return "from different originals";
        }
        String meeting = comparison
                .first()
                .lineage()
                .label(diff.shared().get(diff.shared().size() - 1).id());
        return "both from %s: %d steps to %s, %d to %s"
                .formatted(
                        meeting,
                        diff.onlyFrom().size(),
                        comparison.first().label(),
                        diff.onlyTo().size(),
                        comparison.second().label());
    }
}
