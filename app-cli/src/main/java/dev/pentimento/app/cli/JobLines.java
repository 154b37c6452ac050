package dev.pentimento.app.cli;

import dev.pentimento.app.cli.document.CallDocument;
import dev.pentimento.app.cli.document.FailureDocument;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.ShowJob;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One job with all its calls to providers, for people. */
final class JobLines {
    private final ShowJob.Details details;
    private final Job job;
    private final Paint paint;
    private final ZoneId zone;
    private final Facts facts;

    JobLines(ShowJob.Details details, Paint paint, ZoneId zone) {
        this.details = details;
        this.job = details.job();
        this.paint = paint;
        this.zone = zone;
        this.facts = new Facts(new ResultLines(paint));
    }

    List<String> lines() {
        facts.addLine("%s  %s  %s"
                .formatted(
                        paint.strong(job.id().toString()),
                        JobWords.painted(job, paint),
                        job.work().kind().label()));
        facts.add("why", job.failed().map(JobState.Failed::message).orElse(""));
        facts.add("concept", job.concept().toString());
        new WorkFacts(facts).add(job.work());
        facts.add("provider", provider(job.provider()));
        addTimes();
        facts.add("estimate", ResultLines.cost(details.history().estimate()));
        facts.add("cost", JobWords.cost(details));
        details.calls().forEach(this::addCall);
        return facts.lines();
    }

    private static String provider(ProviderChoice choice) {
        return Stream.of(choice.name(), choice.model())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" / "));
    }

    private void addTimes() {
        facts.add("submitted", time(job.createdAt()));
        facts.add("attempts", Integer.toString(job.attempt()));
        details.waitsUntil().ifPresent(due -> facts.add("not before", time(due)));
        Stream.ofNullable(job.endedAt()).forEach(end -> facts.add("ended", time(end)));
        job.duration().ifPresent(duration -> facts.add("took", ResultLines.seconds(duration)));
    }

    /** Everything that an invoice may be compared with. */
    private void addCall(ProviderCall call) {
        String request =
                CallDocument.requestId(call).map(id -> ", request " + id).orElse("");
        facts.addPainted(
                "call",
                "%s  %s%s, %s"
                        .formatted(
                                CallWords.painted(call, paint),
                                Words.line(call.provider()),
                                Words.line(request),
                                time(call.plannedAt())));
        facts.add("", "estimate %s, cost %s".formatted(ResultLines.cost(call.estimate()), CallWords.cost(call)));
        facts.add("", FailureDocument.of(call).map(FailureDocument::message).orElse(""));
    }

    private String time(Instant moment) {
        return ShownLines.TIME.format(moment.atZone(zone));
    }
}
