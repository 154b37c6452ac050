package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.ports.in.Progress;

final class SilentProgress implements JobProgress {
    @Override
    public void show(JobEvent event) {}

    @Override
    public void show(Progress progress) {}

    @Override
    public void close() {}
}
