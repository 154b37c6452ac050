package dev.pentimento.provider.http;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way, and whether a byte of it may have left. It belongs to the one call that the thread begins while it carries the attempt
 * out, whoever begins it.
 */
final class Attempt extends EventListener {
    private static final ThreadLocal<Attempt> CURRENT = new ThreadLocal<>();

    private @Nullable Call call;
    private boolean begun;
    private boolean abandoned;
    private @Nullable IOException trouble;
    private @Nullable HttpUrl reached;

    /**
     * The listener of a call that is about to be made.
     *
     * @throws IllegalStateException if nobody watches over it: it would know no deadline and could not be cancelled
     */
    static EventListener take(Call call) {
        Attempt current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("A request to %s was made outside of Transport.run".formatted(host(call)));
        }
        current.hold(call);
        return current;
    }

    private static String host(Call call) {
        return call.request().url().host();
    }

    /** Does the work with this attempt in charge of the call that it makes. */
    <T> T during(Callable<T> work) throws Exception {
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            CURRENT.remove();
        }
    }

    private synchronized void hold(Call next) {
        if (call != null) {
            throw new IllegalStateException(
                    "A second request to %s was stopped: one attempt is one request".formatted(host(next)));
        }
        call = next;
        if (abandoned) {
            next.cancel();
        }
    }

    /** Breaks off whatever is under way; from then on no byte leaves. */
    synchronized void abandon() {
        abandoned = true;
        if (call != null) {
            call.cancel();
        }
    }

    /** Whoever rebuilds the client may send its requests elsewhere: people want to know where nobody answers. */
    @Override
    public synchronized void proxySelectStart(Call call, HttpUrl url) {
        reached = call.request()
                .url()
                .newBuilder()
                .scheme(url.scheme())
                .host(url.host())
                .port(url.port())
                .build();
    }

    @Override
    public synchronized void requestHeadersEnd(Call call, Request request) {
        reached = request.url();
    }

    /** Whoever rebuilds the client may have allowed it to send things again: the second time finds the connection closed. */
    @Override
    public synchronized void requestHeadersStart(Call call) {
        if (begun) {
            call.cancel();
        }
        begun = true;
    }

    @Override
    public synchronized void callFailed(Call call, IOException ioe) {
        trouble = ioe;
    }

    /** Whether the vendor may have seen something of the request. */
    synchronized boolean mayHaveLeft() {
        return begun;
    }

    /** What the network did to it. */
    synchronized Optional<IOException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Such as {@code POST https://api.example.com/v1/images}; without the query, which may hold signatures. */
    synchronized String destination() {
        return call == null
                ? "the vendor"
                : shown(
                        call.request().method(),
                        reached == null ? call.request().url() : reached);
    }

    private static String shown(String method, HttpUrl url) {
        String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        return "%s %s://%s%s%s".formatted(method, url.scheme(), url.host(), port, url.encodedPath());
    }
}
