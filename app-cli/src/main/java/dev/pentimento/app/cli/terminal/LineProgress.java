package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.job.JobEvent;
import java.util.function.Consumer;

/** One line whenever something new begins; for logs. */
final class LineProgress implements JobProgress {
    private final Consumer<String> lines;
    private String step = "";

    LineProgress(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void show(JobEvent event) {
        JobProgress.news(event).ifPresent(news -> lines.accept(line(event, news)));
    }

    /** What concerns the whole job is at no point of it. */
    private static String line(JobEvent event, String news) {
        return event.stage().isEmpty() ? news : "%3d %% %s".formatted(JobProgress.percent(event), news);
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
