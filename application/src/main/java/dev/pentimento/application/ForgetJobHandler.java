package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.ForgetJob;
import dev.pentimento.ports.out.Records;

final class ForgetJobHandler implements ForgetJob {
    private final Records records;
    private final CancelJob cancelJob;

    ForgetJobHandler(Records records, CancelJob cancelJob) {
        this.records = records;
        this.cancelJob = cancelJob;
    }

    /** A retry between the two would bring the job back to life unseen, so whoever is not final then is cancelled again. */
    @Override
    public void handle(Command command) {
        while (!forgotten(cancelJob.handle(new CancelJob.Command(command.owner(), command.job())))) {}
    }

    private boolean forgotten(Job job) {
        return records.write(writer -> {
            boolean isFinal = writer.job(job.id()).filter(Job::isFinal).isPresent();
            if (isFinal) {
                writer.forget(job.id());
            }
            return isFinal;
        });
    }
}
