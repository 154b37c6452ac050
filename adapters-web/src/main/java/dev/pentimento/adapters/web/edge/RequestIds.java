package dev.pentimento.adapters.web.edge;

import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.Request;

/** Names requests, so that an answer and its line in the log can be brought together. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "pentimento.request";

    private RequestIds() {}

    /** The one that the caller sent, where it can stand in a log, else a new one; the same for the same request. */
    static String of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = Optional.ofNullable(request.getHeaders().get(HEADER))
                .filter(text -> text.matches("[A-Za-z0-9._-]{1,64}"))
                .orElseGet(() -> UUID.randomUUID().toString());
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
