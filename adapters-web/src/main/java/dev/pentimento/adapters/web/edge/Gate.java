package dev.pentimento.adapters.web.edge;

import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Problems;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;

/** Stands outermost: what it puts into an answer is there whatever happens further in. */
public final class Gate extends Handler.Wrapper {
    private static final int FORBIDDEN = 403;

    /** Bytes per second; who sends more slowly is cut off, so that nobody holds a thread by dripping. */
    private static final long SLOWEST_BODY = 1024;

    private static final long NO_LIMIT = 0;

    private final Cors cors;
    private final Visitors visitors;

    private Gate(Cors cors, Visitors visitors) {
        this.cors = cors;
        this.visitors = visitors;
    }

    /** Puts a gate, a log and bodies for errors of the server itself in place; before anything else is put there. */
    public static void guard(Server server, Visitors visitors) {
        Cors cors = new Cors(visitors.allowed());
        Gate gate = new Gate(cors, visitors);
        // who is being answered when the server ends gets the answer
        gate.setHandler(new MinimumDataRateHandler(new GracefulHandler(), SLOWEST_BODY, NO_LIMIT));
        server.setHandler(gate);
        server.setRequestLog(new AccessLog());
        server.setErrorHandler(new ErrorBodies(cors));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        decorate(request, response.getHeaders(), cors);
        if (!isMethod(request.getMethod())) {
            ErrorBodies.write(Problems.ofRouting(HttpStatus.NOT_IMPLEMENTED_501), response, callback);
            return true;
        }
        if (cors.isPreflight(request)) {
            cors.allow(request, response.getHeaders());
            response.setStatus(HttpStatus.NO_CONTENT_204);
            callback.succeeded();
            return true;
        }
        Optional<String> objection = visitors.objection(request);
        if (objection.isPresent()) {
            ErrorBodies.write(Problem.of(FORBIDDEN, "foreign_origin", objection.get()), response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    /** Whatever else somebody makes up would be remembered further in, and have measurements of its own. */
    private static boolean isMethod(String name) {
        HttpMethod known = HttpMethod.fromString(name);
        return known != null && known.is(name);
    }

    static void decorate(Request request, HttpFields.Mutable answer, Cors cors) {
        cors.apply(request, answer);
        answer.put(RequestIds.HEADER, RequestIds.of(request));
        answer.put("X-Content-Type-Options", "nosniff");
    }
}
