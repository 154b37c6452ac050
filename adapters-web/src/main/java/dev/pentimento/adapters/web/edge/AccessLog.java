package dev.pentimento.adapters.web.edge;

import dev.pentimento.adapters.web.http.RouteTable;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per request: without its query, which may hold a signature or a ticket, without its headers, and without a line break. */
final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("pentimento.access");
    private static final int LONGEST_PATH = 200;

    @Override
    public void log(Request request, Response response) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} {} ms user={}",
                    RequestIds.of(request),
                    printable(request.getMethod()),
                    printable(request.getHttpURI().getPath()),
                    response.getStatus(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()),
                    user(request));
        }
    }

    private static String user(Request request) {
        return request.getAttribute(RouteTable.USER) instanceof String user ? printable(user) : "-";
    }

    private static String printable(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        String plain = text.replaceAll("[^!-~]", "?");
        return plain.length() > LONGEST_PATH ? plain.substring(0, LONGEST_PATH) + "..." : plain;
    }
}
