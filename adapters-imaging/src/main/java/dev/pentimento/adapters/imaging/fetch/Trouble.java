package dev.pentimento.adapters.imaging.fetch;

import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The one table of what the network does to us. The client's own words stay in the cause: they can hold what a server sent. It meets some impossible
 * answers, such as a negative length, with unchecked exceptions.
 */
final class Trouble {
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    UnknownHostException.class,
                    Reason.UNREACHABLE,
                    "its host has no address; check its spelling and your network"),
            new Kind(
                    SocketTimeoutException.class,
                    Reason.TIMED_OUT,
                    "its server accepted no connection within %d s; try again later"
                            .formatted(Client.CONNECT_TIMEOUT.toSeconds())),
            new Kind(
                    ConnectException.class,
                    Reason.UNREACHABLE,
                    "nobody answers there; check the URL or try again later"),
            new Kind(NoRouteToHostException.class, Reason.UNREACHABLE, "no way leads there; check your network"),
            new Kind(
                    SSLPeerUnverifiedException.class,
                    Reason.UNREACHABLE,
                    "its certificate belongs to another host; check the URL"),
            new Kind(
                    SSLException.class,
                    Reason.UNREACHABLE,
                    "no secure connection comes about, perhaps its certificate is not trusted; open it in a browser to see why"),
            new Kind(
                    Exception.class,
                    Reason.BROKEN_ANSWER,
                    "its server's answer breaks off or is none; try again later"));

    private record Kind(Class<? extends Exception> type, Reason reason, String explanation) {}

    private Trouble() {}

    /** @param shown the URL, for messages */
    static FetchFailure translated(Exception failure, String shown) {
        Kind kind = KINDS.stream()
                .filter(known -> known.type().isInstance(failure))
                .findFirst()
                .orElseThrow();
        return new FetchFailure(
                kind.reason(), "%s cannot be fetched: %s".formatted(shown, kind.explanation()), failure);
    }
}
