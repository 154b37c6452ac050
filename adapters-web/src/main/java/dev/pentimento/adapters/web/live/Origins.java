package dev.pentimento.adapters.web.live;

import dev.pentimento.ports.spi.ServerSettings;
import io.javalin.http.Context;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From which web pages a WebSocket may be opened: browsers let every page do so, and send along which one it is. The {@code Host} of the request says
 * nothing here, for a name of somebody else may point at this machine.
 */
final class Origins {
    private final Set<String> known = new HashSet<>();
    private final String host;

    Origins(ServerSettings settings) {
        this.host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        known.addAll(settings.allowedOrigins());
        URI publicUrl = settings.publicUrl();
        if (publicUrl != null) {
            known.add(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
        }
    }

    /** Programs that are no browser name no origin. */
    boolean allow(Context request) {
        String origin = request.header("Origin");
        return origin == null
                || known.contains(origin)
                || isOurs(origin, request.req().getLocalPort());
    }

    private boolean isOurs(@Nullable String origin, int port) {
        return Stream.of(host, "localhost", "127.0.0.1", "[::1]")
                .map(name -> "http://%s:%d".formatted(name, port))
                .anyMatch(own -> own.equals(origin));
    }
}
