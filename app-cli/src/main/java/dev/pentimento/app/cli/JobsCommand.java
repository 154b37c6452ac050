package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.JobDetailsDocument;
import dev.pentimento.app.cli.document.JobsDocument;
import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.ports.in.ShowJob;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "jobs", description = "Lists your jobs, newest first; or shows one with all its calls to providers.")
final class JobsCommand implements Callable<Integer> {
    private final Session session;
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "JOB",
            description = "Show this one: its id or the beginning of it. Default: list them.")
    private @Nullable String job;

    @Option(names = "--limit", paramLabel = "N", description = "How many to list; default: 20.")
    private int limit = 20;

    JobsCommand(Session session) {
        this.session = session;
        this.console = session.console();
    }

    @Override
    public Integer call() {
        ListJobs.Query query = new ListJobs.Query(UserId.LOCAL, limit);
        return session.withWorkbench(bench -> job == null ? list(query, bench) : show(job, bench));
    }

    private int list(ListJobs.Query query, Workbench bench) {
        List<ShowJob.Details> jobs = bench.useCases().listJobs().handle(query).stream()
                .map(found -> bench.useCases().showJob().handle(ShowJob.Query.of(found.id())))
                .toList();
        Neglect neglect = Neglect.in(session);
        if (console.speaksJson()) {
            console.line(Json.write(JobsDocument.of(jobs, neglect.workedOn())));
        } else if (jobs.isEmpty()) {
            console.line("There is no job yet; begin with: pentimento refine IMAGE \"...\"");
        } else {
            new JobTable(neglect.now(), console.paint()).lines(jobs).forEach(console::line);
        }
        neglect.waysOn(jobs).forEach(console::hint);
        return ExitCodes.OK;
    }

    private int show(String named, Workbench bench) {
        ShowJob.Details details = JobParameter.find(named, bench);
        Neglect neglect = Neglect.in(session);
        if (console.speaksJson()) {
            console.line(Json.write(JobDetailsDocument.of(details, neglect.workedOn())));
        } else {
            new JobLines(details, console.paint(), session.surroundings().zone())
                    .lines()
                    .forEach(console::line);
        }
        wayOn(details, neglect).forEach(console::hint);
        return ExitCodes.OK;
    }

    private static List<String> wayOn(ShowJob.Details details, Neglect neglect) {
        String id = details.job().id().toString();
        Optional<String> leftAlone = neglect.wayOn(details);
        if (leftAlone.isPresent()) {
            return List.of(leftAlone.get());
        }
        if (!details.job().isFinal()) {
            return List.of("Watch it: pentimento watch " + id);
        }
        if (JobWords.isOutcomeUnknown(details.job())) {
            return List.of(JobWords.wayOnFromUnknown(details.job()));
        }
        return details.job().status() == JobStatus.COMPLETED
                ? List.of()
                : List.of("Ask for it once more: pentimento retry " + id);
    }
}
