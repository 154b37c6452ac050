package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.job.JobEvent;
import java.util.function.Consumer;

/** One line whenever a stage or step begins; for logs. */
final class LineProgress implements JobProgress {
    private final Consumer<String> lines;
    private String step = "";

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
    public void show(Progress progress) {
        if (!progress.step().equals(step)) {
            step = progress.step();
            lines.accept("%3d %% %s".formatted(JobProgress.percent(progress.share()), step));
        }
    }

    @Override
    public void close() {}
}
