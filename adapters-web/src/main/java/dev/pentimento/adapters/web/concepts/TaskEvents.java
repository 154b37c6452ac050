package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.adapters.web.live.EventStreams;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes what happens to a task. */
final class TaskEvents {
    private TaskEvents() {}

    static EventStreams.Message write(RecordedEvent recorded, Supplier<TaskDocument> task) {
        JobEvent event = recorded.event();
        String type = event.kind().name().toLowerCase(Locale.ROOT);
        return new EventStreams.Message(
                recorded.ofJob(),
                type,
                new Document(
                        recorded.ofJob(),
                        type,
                        event.job().toString(),
                        Timestamps.of(recorded.at()),
                        event.stage().isEmpty() ? null : event.stage(),
                        event.progress(),
                        event.message(),
                        event.kind() == JobEvent.Kind.ENDED ? task.get() : null));
    }

    /**
     * One thing that happened.
     *
     * @param seq from 1 without gaps
     * @param task as it is now; only with the end of the task
     */
    record Document(
            long seq,
            String type,
            String taskId,
            String timestamp,
            @Nullable String stage,
            double progress,
            String message,
            @Nullable TaskDocument task) {}
}
