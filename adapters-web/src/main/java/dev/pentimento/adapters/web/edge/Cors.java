package dev.pentimento.adapters.web.edge;

import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/** Which web pages may call the server, and how browsers are told. */
final class Cors {
    private static final String EXPOSED = "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, "
            + "X-RateLimit-Period, Retry-After, Location, ETag, X-Request-Id, Idempotency-Replayed";
    private static final String METHODS = "GET, HEAD, POST, DELETE";

    /** How long a browser need not ask again, in seconds. */
    private static final String MAX_AGE = "600";

    private final Set<String> allowed;

    Cors(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** What every answer to the request carries, errors included. */
    void apply(Request request, HttpFields.Mutable answer) {
        answer.ensureField(new HttpField(HttpHeader.VARY, "Origin"));
        allowedOrigin(request).ifPresent(origin -> {
            answer.put("Access-Control-Allow-Origin", origin);
            answer.put("Access-Control-Allow-Credentials", "true");
            answer.put("Access-Control-Expose-Headers", EXPOSED);
        });
    }

    /** A preflight may ask for any header, and gets those it asks for. */
    void allow(Request request, HttpFields.Mutable answer) {
        if (allowedOrigin(request).isEmpty()) {
            return;
        }
        answer.put("Access-Control-Allow-Methods", METHODS);
        answer.put("Access-Control-Max-Age", MAX_AGE);
        String asked = request.getHeaders().get("Access-Control-Request-Headers");
        if (asked != null) {
            answer.put("Access-Control-Allow-Headers", asked);
        }
    }

    boolean isPreflight(Request request) {
        return HttpMethod.OPTIONS.is(request.getMethod())
                && request.getHeaders().contains(HttpHeader.ORIGIN)
                && request.getHeaders().contains("Access-Control-Request-Method");
    }

    private Optional<String> allowedOrigin(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN)).filter(allowed::contains);
    }
}
