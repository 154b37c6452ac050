package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.DoctorDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.bootstrap.Doctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = "Examines the installation: what works, what will not, and what to do about it.")
final class DoctorCommand implements Callable<Integer> {
    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Doctor.Finding> findings = session.home().examine();
        Console console = session.console();
        if (console.speaksJson()) {
            console.line(Json.write(DoctorDocument.of(findings)));
        } else {
            findings.forEach(finding -> tell(finding, console));
        }
        boolean healthy = findings.stream().noneMatch(finding -> finding.level() == Doctor.Level.PROBLEM);
        return healthy ? ExitCodes.OK : ExitCodes.FAILURE;
    }

    private static void tell(Doctor.Finding finding, Console console) {
        console.line("%s %s: %s"
                .formatted(mark(finding.level(), console.paint()), finding.subject(), Words.line(finding.message())));
        if (!finding.advice().isEmpty()) {
            console.line("          " + Words.line(finding.advice()));
        }
    }

    private static String mark(Doctor.Level level, Paint paint) {
        return switch (level) {
            case OK -> paint.good("ok      ");
            case WARNING -> paint.warning("warning ");
            case PROBLEM -> paint.bad("problem ");
        };
    }
}
