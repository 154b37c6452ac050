package dev.pentimento.application;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReportJobs;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.List;
import java.util.Optional;

final class ReportJobsHandler implements ReportJobs {
    private final Records records;

    ReportJobsHandler(Records records) {
        this.records = records;
    }

    @Override
    public List<Report> handle(Query query) {
        return records.read(reader -> jobs(reader, query.owner(), query.selection()).stream()
                .map(job -> report(reader, job))
                .toList());
    }

    private static List<Job> jobs(RecordReader reader, UserId owner, Selection selection) {
        return selection.match(
                one -> List.of(requireImages(Jobs.find(reader, owner, one.job()))),
                newest -> latest(reader, owner, newest),
                all -> reader
                        .jobs(new References(reader, owner)
                                .concept(all.concept())
                                .id())
                        .stream()
                        .filter(job -> !reader.isForgotten(job.id()))
                        .toList());
    }

    private static Job requireImages(Job job) {
        if (makesNone(job)) {
            throw new UnknownReference("Job %s is a question, and makes no images".formatted(job.id()));
        }
        return job;
    }

    private static boolean makesNone(Job job) {
        return job.work().kind() == WorkKind.ASK;
    }

    /** As many as are wanted, however many questions lie between them. */
    private static List<Job> latest(RecordReader reader, UserId owner, Newest newest) {
        for (int look = newest.limit(); true; look = look > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : look * 2) {
            List<Job> found = reader.latestJobs(owner, newest.statuses(), look);
            List<Job> makers = found.stream()
                    .filter(job -> !makesNone(job))
                    .limit(newest.limit())
                    .toList();
            if (makers.size() == newest.limit() || found.size() < look) {
                return makers;
            }
        }
    }

    private static Report report(RecordReader reader, Job job) {
        List<VersionId> made = job.completed().map(JobState.Completed::versions).orElse(List.of());
        Optional<Version> base =
                job.work().match(refine -> reader.version(refine.base()), generate -> Optional.empty());
        return new Report(
                job,
                reader.lastEvent(job.id()),
                new CallHistory(reader.calls(job.id())).cost(),
                reader.concept(job.concept()).orElseThrow(),
                base,
                made.stream().map(reader::version).flatMap(Optional::stream).toList());
    }
}
