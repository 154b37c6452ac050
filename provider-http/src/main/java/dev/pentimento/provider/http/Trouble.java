package dev.pentimento.provider.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;

/** What the network does to us, in words that help. The client's own words stay in the cause: they can hold what a server sent. */
final class Trouble {
    private static final List<Kind> KINDS = List.of(
            new Kind(UnknownHostException.class, "its host has no address; check the address and your network"),
            new Kind(
                    SocketTimeoutException.class,
                    "it accepted no connection within %d s".formatted(Once.CONNECT_TIMEOUT.toSeconds())),
            new Kind(ConnectException.class, "nobody answers there; check the address and your network"),
            new Kind(NoRouteToHostException.class, "no way leads there; check your network"),
            new Kind(SSLException.class, "no secure connection comes about; its certificate may not be trusted"),
            new Kind(IOException.class, "the connection broke"));

    private record Kind(Class<? extends IOException> type, String explanation) {}

    private Trouble() {}

    static String explained(IOException trouble) {
        return KINDS.stream()
                .filter(kind -> kind.type().isInstance(trouble))
                .findFirst()
                .orElseThrow()
                .explanation();
    }
}
