package dev.pentimento.adapters.web.edge;

import dev.pentimento.adapters.web.http.RouteTable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request: without its query, which may hold a signature or a ticket, without its headers, and without a line break. What looks like a key or
 * a token is shortened wherever it stands.
 */
final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("pentimento.access");
    private static final int LONGEST_PATH = 200;
    private static final Pattern KEY = Pattern.compile("(?i)pnt_[a-z0-9]+");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w-]*");

    @Override
    public void log(Request request, Response response) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} {} ms user={}",
                    printable(RequestIds.of(request)),
                    printable(request.getMethod()),
                    printable(request.getHttpURI().getDecodedPath()),
                    response.getStatus(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()),
                    user(request));
        }
    }

    private static String user(Request request) {
        return request.getAttribute(RouteTable.USER) instanceof String user ? printable(user) : "-";
    }

    private static String masked(String text) {
        return TOKEN.matcher(KEY.matcher(text).replaceAll("pnt_...")).replaceAll("eyJ...");
    }

    private static String printable(@Nullable String text) {
        if (text == null) {
            return "-";
        }
        String plain = masked(text.replaceAll("[^!-~]", "?"));
        return plain.length() > LONGEST_PATH ? plain.substring(0, LONGEST_PATH) + "..." : plain;
    }
}
