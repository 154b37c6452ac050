package dev.pentimento.adapters.falgemini.fal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a request has come in fal's queue. Read tolerantly: log lines have had different forms, and states that are not known yet are passed over.
 *
 * @param status such as {@code IN_QUEUE}
 * @param position in the queue, as fal counts; empty when it is not waiting there
 * @param logs all lines so far
 * @param error why it failed; empty if it did not
 */
record QueueState(String status, Optional<String> position, List<String> logs, Optional<FalError> error) {
    private static final String WAITING = "IN_QUEUE";
    private static final String COMPLETED = "COMPLETED";

    /** Empty if there is no state in it. */
    static Optional<QueueState> in(JsonObject body) {
        return Json.text(body, "status")
                .map(status ->
                        new QueueState(status, Json.text(body, "queue_position"), logs(body), FalError.in(body)));
    }

    private static List<String> logs(JsonObject body) {
        return Json.list(body, "logs").stream()
                .flatMap(QueueState::line)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Stream<String> line(JsonElement log) {
        if (log.isJsonPrimitive()) {
            return Stream.of(log.getAsString());
        }
        return log.isJsonObject() ? Json.text(log.getAsJsonObject(), "message").stream() : Stream.empty();
    }

    boolean isWaiting() {
        return status.equals(WAITING);
    }

    /** Failed requests are completed too. */
    boolean isOver() {
        return status.equals(COMPLETED) || error.isPresent();
    }
}
