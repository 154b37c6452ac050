package dev.pentimento.testkit.wire;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The smallest client that keeps every promise, unless it is told not to: a fresh connection for each request, in HTTP/1.0. */
final class TeapotClient {
    private final URI vendor;
    private final String key;
    private final Flaw flaw;

    /** Those that a flawed client does not close; held, as otherwise the garbage collector might close them. */
    private final Queue<Socket> kept = new ConcurrentLinkedQueue<>();

    TeapotClient(URI vendor, String key, Flaw flaw) {
        this.vendor = vendor;
        this.key = key;
        this.flaw = flaw;
    }

    TeapotReply post(byte[] body, CallContext context) {
        if (flaw == Flaw.POSTS_TWICE) {
            send(vendor, body, context);
        }
        TeapotReply reply = sendDaring(body, context);
        if (flaw == Flaw.TRIES_AGAIN && reply.status() >= 500) {
            return send(vendor, body, context);
        }
        if (flaw == Flaw.FOLLOWS_REDIRECTS && reply.header("location").isPresent()) {
            return send(URI.create(reply.header("location").get()), body, context);
        }
        return reply;
    }

    private TeapotReply sendDaring(byte[] body, CallContext context) {
        try {
            return send(vendor, body, context);
        } catch (ProviderFailure.OutcomeUnknown lost) {
            if (flaw == Flaw.TRIES_LOST_CALLS_AGAIN) {
                return send(vendor, body, context);
            }
            throw lost;
        }
    }

    private TeapotReply send(URI host, byte[] body, CallContext context) {
        if (flaw != Flaw.SENDS_CANCELED_CALLS) {
            context.checkCanceled();
        }
        Socket socket = connect(host);
        if (flaw != Flaw.IGNORES_CANCEL) {
            context.onCancel(() -> close(socket));
        }
        try {
            socket.setSoTimeout(flaw == Flaw.IGNORES_THE_DEADLINE ? 0 : millisLeft(context));
            return exchange(socket, body);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            context.checkCanceled();
            throw lost();
        } finally {
            if (flaw == Flaw.KEEPS_CONNECTIONS) {
                kept.add(socket);
            } else {
                close(socket);
            }
        }
    }

    private ProviderFailure lost() {
        return flaw == Flaw.CALLS_LOST_ANSWERS_UNSENT
                ? new ProviderFailure.NotSent("No answer", null)
                : new ProviderFailure.OutcomeUnknown("No answer", null);
    }

    /** 0 = forever. */
    private static int millisLeft(CallContext context) {
        boolean endless = context.deadline().equals(Instant.MAX);
        return endless
                ? 0
                : Math.toIntExact(
                        Duration.between(Instant.now(), context.deadline()).toMillis());
    }

    private static Socket connect(URI host) {
        try {
            return new Socket(host.getHost(), host.getPort());
        } catch (IOException e) {
            throw new ProviderFailure.NotSent("Nobody answers at " + host, e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TeapotReply exchange(Socket socket, byte[] body) throws IOException {
        String head = "POST /brew HTTP/1.0\r\nX-Key: %s\r\nContent-Length: %d\r\n\r\n".formatted(key, body.length);
        if (flaw == Flaw.LOGS_THE_KEY) {
            System.getLogger("teapot").log(System.Logger.Level.DEBUG, head);
        }
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        return TeapotReply.parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    }
}
