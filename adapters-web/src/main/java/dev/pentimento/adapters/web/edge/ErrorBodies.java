package dev.pentimento.adapters.web.edge;

import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Problems;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests that never reached a route, such as those whose headers are too long. */
final class ErrorBodies implements Request.Handler {
    private final Cors cors;

    ErrorBodies(Cors cors) {
        this.cors = cors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Gate.decorate(request, response.getHeaders(), cors);
        if (response.getStatus() == HttpStatus.BAD_REQUEST_400) {
            // the connection ends after what cannot be read; clients that keep theirs must know
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        write(Problems.ofRouting(response.getStatus()), response, callback);
        return true;
    }

    static void write(Problem problem, Response response, Callback callback) {
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(Json.bytes(problem.body())), callback);
    }
}
