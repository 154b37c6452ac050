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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ReportJobsHandler implements ReportJobs {
    private static final Set<WorkKind> MAKING_IMAGES = EnumSet.of(WorkKind.REFINE, WorkKind.GENERATE);

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
                newest -> reader.latestJobs(owner, MAKING_IMAGES, newest.statuses(), newest.limit()),
                all -> reader.jobs(
                        new References(reader, owner).concept(all.concept()).id()));
    }

    private static Job requireImages(Job job) {
        if (!job.work().kind().makesImages()) {
            throw new UnknownReference("Job %s is a question, and makes no images".formatted(job.id()));
        }
        return job;
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
                made.stream().map(reader::version).flatMap(Optional::stream).toList(),
                reader.isForgotten(job.id()));
    }
}
