package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.Json;
import dev.pentimento.app.cli.document.Located;
import dev.pentimento.app.cli.document.ReplayedDocument;
import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.in.ReplayVersion.Replayed;
import dev.pentimento.ports.in.ReplayVersion.Step;
import dev.pentimento.ports.in.ShowJob;
import dev.pentimento.ports.in.ShowVersion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "replay", description = "Does again what made a version, step by step, as a new branch of its concept.")
final class ReplayCommand implements Callable<Integer> {
    private final Session session;
    private final Failures failures;

    @Parameters(paramLabel = "VERSION", description = "Its id or its label, such as A1.2.")
    private VersionReference version = new VersionReference("A");

    @Mixin
    private ProviderOptions options = new ProviderOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    ReplayCommand(Session session, Failures failures) {
        this.session = session;
        this.failures = failures;
    }

    @Override
    public Integer call() {
        Destination destination = output.destination(session, 1);
        return session.withWorkbench(Working.ON_OWN_JOBS, bench -> handOver(bench, replay(bench), destination));
    }

    private Replayed replay(Workbench bench) {
        try (ReplayWatch watch = new ReplayWatch(session, failures, bench)) {
            return bench.useCases()
                    .replayVersion()
                    .handle(new ReplayVersion.Command(UserId.LOCAL, version, options.choice(), options.seed(), watch));
        }
    }

    private int handOver(Workbench bench, Replayed replayed, Destination destination) {
        Optional<VersionId> made = replayed.version();
        if (made.isEmpty()) {
            return refuse(bench, replayed);
        }
        Located located = destination.deliver(bench, show(bench, made.get()), 1);
        Job job = replayed.lastStep().job();
        tell(bench, replayed, job.completed().orElseThrow(), located, destination.isStandardOutput());
        return ExitCodes.OK;
    }

    private int refuse(Workbench bench, Replayed replayed) {
        Job job = replayed.lastStep().job();
        String exists = replayed.steps().stream()
                .map(Step::made)
                .flatMap(Optional::stream)
                .map(id -> show(bench, id).label())
                .collect(Collectors.joining(", "));
        return failures.tell(
                job.failed().map(JobState.Failed::code).orElse(FailureCode.CANCELED),
                "Step %d of %d did not complete: %s; %s"
                        .formatted(
                                replayed.steps().size(),
                                replayed.total(),
                                job.failed()
                                        .map(JobState.Failed::message)
                                        .orElse("interrupted, the job was called off"),
                                exists.isEmpty() ? "nothing was made" : "what was made before is kept: " + exists),
                job.id());
    }

    private static ShowVersion.Details show(Workbench bench, VersionId id) {
        return bench.useCases().showVersion().handle(ShowVersion.Query.of(id));
    }

    private void tell(Workbench bench, Replayed replayed, JobState.Completed completed, Located made, boolean aside) {
        Console console = session.console();
        ShowJob.Details details = bench.useCases()
                .showJob()
                .handle(ShowJob.Query.of(replayed.lastStep().job().id()));
        Shortfall shortfall = Shortfall.of(details);
        Optional<Double> changed = changedPercent(bench, replayed, made);
        if (!aside && console.speaksJson()) {
            console.line(Json.write(ReplayedDocument.of(replayed, details, made, shortfall.failures(), changed)));
            return;
        }
        if (aside && console.isQuiet()) {
            return;
        }
        Consumer<String> lines = aside ? console::note : console::line;
        ResultLines result = new ResultLines(aside ? console.errorPaint() : console.paint());
        result.of(details, completed, List.of(made)).forEach(lines);
        result.warning(shortfall).ifPresent(lines);
        lines.accept(result.fact("replay", verdict(replayed, made, changed)));
    }

    private static Optional<Double> changedPercent(Workbench bench, Replayed replayed, Located made) {
        if (replayed.isReproducedBy(made.version())) {
            return Optional.of(0.0);
        }
        VersionReference original =
                new VersionReference(replayed.original().id().toString());
        VersionReference again = new VersionReference(made.version().id().toString());
        return bench.useCases()
                .compareVersions()
                .handle(new CompareVersions.Query(UserId.LOCAL, original, again))
                .difference()
                .map(Difference::changedPercent);
    }

    private static String verdict(Replayed replayed, Located made, Optional<Double> changed) {
        String original = made.details().lineage().label(replayed.original().id());
        if (replayed.isReproducedBy(made.version())) {
            return "identical to " + original;
        }
        return changed.map(
                        percent -> "%s %% of the pixels differ from %s".formatted(Words.oneDecimal(percent), original))
                .orElse("another size than " + original);
    }
}
