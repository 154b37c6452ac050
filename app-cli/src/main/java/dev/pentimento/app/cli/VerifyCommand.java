package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.BundleFile;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.VerifiedDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.in.VerifyHistory.Problem;
import dev.pentimento.ports.in.VerifyHistory.Report;
import dev.pentimento.ports.in.VerifyHistory.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = "Reads every image again and compares its SHA-256; looks whether the lineage is whole.")
final class VerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONCEPT|FILE.zip",
            description = "A concept, or a bundle, which is not imported; default: everything in the home.")
    private String subject = "";

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Subject what = subject();
        Report report = session.withWorkbench(bench -> new LongWork(session)
                .carryOut(
                        "Verifying",
                        listener -> bench.useCases()
                                .verifyHistory()
                                .handle(new VerifyHistory.Query(UserId.LOCAL, what, listener))));
        tell(report);
        return report.isSound() ? ExitCodes.OK : ExitCodes.FAILURE;
    }

    /** What exists as a file is a file. */
    private Subject subject() {
        if (subject.isBlank()) {
            return new VerifyHistory.Everything();
        }
        Path folder = session.surroundings().workingDirectory();
        return BundleFile.isNamed(subject) || Files.isRegularFile(folder.resolve(subject))
                ? new VerifyHistory.BundleFile(BundleFile.source(subject, folder))
                : new VerifyHistory.OneConcept(subject);
    }

    private void tell(Report report) {
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(VerifiedDocument.of(report)));
            return;
        }
        report.problems().forEach(problem -> console.line(line(problem, console.paint())));
        String verdict = report.isSound()
                ? console.paint().good("Everything is as it was stored")
                : console.paint().bad("Problems: " + report.problems().size());
        console.line("%s: %s, %s, %s (%s)"
                .formatted(
                        verdict,
                        Words.count(report.concepts(), "concept"),
                        Words.count(report.versions(), "version"),
                        Words.count(report.images(), "image"),
                        Words.megabytes(report.bytes())));
    }

    private static String line(Problem problem, Paint paint) {
        String place = problem.label().isEmpty() ? "" : " " + problem.label();
        return "%s  %s".formatted(paint.strong(problem.concept() + place), Words.line(problem.message()));
    }
}
