package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.job.JobEvent;
import java.util.Locale;

/** Shows how work gets on. Closing takes away what would be in the way of further output. */
public interface JobProgress extends AutoCloseable {
    void show(JobEvent event);

    /** Of something long that is no job. */
    void show(Progress progress);

    @Override
    void close();

    /** {@code Load base image} for {@code load_base_image}. */
    static String title(JobEvent event) {
        String words = Words.line(event.stage().replace('_', ' '));
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** 0..100. */
    static int percent(double share) {
        return (int) Math.round(100 * Math.min(1, Math.max(0, share)));
    }

    /** 0..100. */
    static int percent(JobEvent event) {
        return percent(event.progress());
    }
}
