package dev.pentimento.adapters.web.live;

import io.javalin.http.Context;
import java.util.Optional;

/** How far somebody has come who was cut off, by {@code Last-Event-ID} (html.spec.whatwg.org, server-sent events). */
final class LastEventId {
    private LastEventId() {}

    /** What is not one of ours is ignored: whoever sends it is told everything. */
    static Optional<Long> of(Context request) {
        return Optional.ofNullable(request.header("Last-Event-ID")).flatMap(LastEventId::number);
    }

    static Optional<Long> number(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::parseLong);
    }
}
