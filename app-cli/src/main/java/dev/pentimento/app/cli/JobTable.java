package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Columns.Cell;
import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.ShowJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Jobs for people, one per line. */
final class JobTable {
    private static final int EXCERPT = 50;

    private final Instant now;
    private final Paint paint;

    JobTable(Instant now, Paint paint) {
        this.now = now;
        this.paint = paint;
    }

    List<String> lines(List<ShowJob.Details> jobs) {
        ShortIds ids =
                ShortIds.of(jobs.stream().map(details -> details.job().id()).toList());
        Columns columns = new Columns();
        jobs.forEach(details -> add(columns, ids, details));
        return columns.lines();
    }

    private void add(Columns columns, ShortIds ids, ShowJob.Details details) {
        Job job = details.job();
        columns.row(
                Cell.painted(ids.of(job.id()), paint::strong),
                Cell.painted(JobWords.status(job), text -> JobWords.painted(job, paint)),
                Cell.of(job.work().kind().label()),
                Cell.of(Words.age(Duration.between(job.createdAt(), now))).right(),
                Cell.of(Words.line(Objects.requireNonNullElse(job.provider().name(), ""))),
                Cell.of(JobWords.cost(details)),
                Cell.of(Words.excerpt(JobWords.prompt(job), EXCERPT)));
    }
}
