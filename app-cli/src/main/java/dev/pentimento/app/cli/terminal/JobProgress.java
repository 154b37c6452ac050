package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.job.JobEvent;
import java.util.Locale;
import java.util.Optional;

/** Shows how work gets on. Closing takes away what would be in the way of further output. */
public interface JobProgress extends AutoCloseable {
    void show(JobEvent event);

    /** Of something long that is no job. */
    void show(Progress progress);

    @Override
    void close();

    /** What a person wants to know of, on one line: which stage begins, and what becomes of calls to providers. Empty for all else. */
    static Optional<String> news(JobEvent event) {
        return switch (event.kind()) {
            case STARTED -> Optional.of(title(event));
            case SENT -> Optional.of("Asked " + Words.line(event.message()));
            case ACCEPTED -> Optional.of("Accepted by " + Words.line(event.message()));
            case POSTPONED, HANDED_ON, OUTCOME_UNKNOWN, LATE_RESULT -> Optional.of(Words.line(event.message()));
            default -> Optional.empty();
        };
    }

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
