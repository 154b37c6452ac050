package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.in.CancelJob;

final class CancelJobHandler implements CancelJob {
    private final Journal journal;
    private final Endings endings;
    private final Queue queue;
    private final JobRunner runner;

    CancelJobHandler(Journal journal, Endings endings, Queue queue, JobRunner runner) {
        this.journal = journal;
        this.endings = endings;
        this.queue = queue;
        this.runner = runner;
    }

    @Override
    public Job handle(Command command) {
        Job found = Jobs.find(journal.records(), command.owner(), command.job());
        Job after = journal.write(entry -> {
            Job job = entry.writer().job(found.id()).orElse(found);
            return job.isFinal() ? job : endings.cancel(entry, job);
        });
        runner.abort(after.id());
        queue.signalCancel(after.id());
        return after;
    }
}
