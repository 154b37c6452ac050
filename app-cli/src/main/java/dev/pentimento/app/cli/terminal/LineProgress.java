package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.job.JobEvent;
import java.util.function.Consumer;

/** One line whenever a stage begins; for logs. */
final class LineProgress implements JobProgress {
    private final Consumer<String> lines;

    LineProgress(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void show(JobEvent event) {
        if (event.kind() == JobEvent.Kind.STARTED) {
            lines.accept("%3d %% %s".formatted(JobProgress.percent(event), JobProgress.title(event)));
        }
    }

    @Override
    public void close() {}
}
