package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.job.JobEvent;

final class SilentProgress implements JobProgress {
    @Override
    public void show(JobEvent event) {}

    @Override
    public void show(Progress progress) {}

    @Override
    public void close() {}
}
