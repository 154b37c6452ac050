package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.ledger.RequestHash;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Sends answers. Flowing ones are written by threads of their own, as many at a time as there is room for. */
public final class Sender implements AutoCloseable {
    /** An answer with this header gets the right value for its document. */
    public static final String ETAG = "ETag";

    private static final int ETAG_LENGTH = 32;
    private static final int NOT_MODIFIED = 304;
    private static final int LEAST_REFUSAL = 400;
    private static final int MOST_FLOWS = 512;

    /** Requests read on after their refusal at a time. */
    private static final int MOST_REMAINDERS = 16;

    private final Executor threads;
    private final Remainder remainder = new Remainder(MOST_REMAINDERS);
    private final Places places;
    private final Set<Thread> flowing = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param threads gives each task a thread of its own
     * @param shared whether there are several users
     */
    public Sender(Executor threads, boolean shared) {
        this.threads = threads;
        this.places = Places.of(MOST_FLOWS, shared);
    }

    public void send(Answer answer, Context context) {
        answer.headers().forEach(context::header);
        context.status(answer.status());
        if (answer.content() instanceof Content.Document document) {
            send(document, context);
        } else if (answer.content() instanceof Content.File file) {
            context.contentType(file.mediaType()).result(file.bytes());
        } else if (answer.content() instanceof Content.Flow flow) {
            send(flow, context);
        }
        if (answer.status() >= LEAST_REFUSAL) {
            refuse(context);
        }
    }

    private void refuse(Context context) {
        boolean sendsMore = Remainder.mayBeIn(context.req());
        if (sendsMore || isHandshake(context)) {
            sendNow(context);
        }
        if (sendsMore) {
            remainder.skip(context.req());
        }
    }

    /** Of a WebSocket; Javalin knows them by this header, and sends no bodies of answers to them. */
    private static boolean isHandshake(Context context) {
        return context.header("Sec-WebSocket-Version") != null;
    }

    /** Those who read while they send learn that they can spare themselves the rest. */
    private static void sendNow(Context context) {
        try (InputStream content =
                Objects.requireNonNull(context.resultInputStream(), "every refusal says something")) {
            content.transferTo(context.res().getOutputStream());
            context.res().flushBuffer();
        } catch (IOException e) {
            return; // nobody is there any more
        }
    }

    /** Who knows the document already is spared it. */
    private static void send(Content.Document document, Context context) {
        String json = Json.text(document.value());
        if (context.res().getHeader(ETAG) == null) {
            context.header("Cache-Control", "no-store");
        } else {
            String etag = "\"" + RequestHash.of(List.of(json)).hex().substring(0, ETAG_LENGTH) + "\"";
            context.header(ETAG, etag).header("Cache-Control", "private, no-cache");
            if (isKnown(etag, context)) {
                sayNothingNew(context);
                return;
            }
        }
        context.contentType("application/json").result(json);
    }

    /** What is known keeps its type and its length, of which an empty answer would say other things (RFC 9110, 15.4.5). */
    private static void sayNothingNew(Context context) {
        context.status(NOT_MODIFIED);
        context.res().setContentType(null);
        try {
            context.res().flushBuffer();
        } catch (IOException e) {
            return; // nobody is there any more
        }
    }

    /** Proxies that change an answer call its tag a weak one, which is as good here (RFC 9110, 13.1.2). */
    private static boolean isKnown(String etag, Context context) {
        return Stream.ofNullable(context.header("If-None-Match"))
                .flatMap(tags -> Stream.of(tags.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }

    /** Whoever asks for headers alone listens to nothing. */
    private void send(Content.Flow flow, Context context) {
        context.contentType(flow.mediaType())
                .header("Cache-Control", "no-store")
                // proxies that would collect the answer first
                .header("X-Accel-Buffering", "no");
        if (!context.method().equals(HandlerType.HEAD)) {
            begin(flow, context);
        }
    }

    private void begin(Content.Flow flow, Context context) {
        UserId user = user(context);
        if (closed || !places.take(user)) {
            throw Problems.tooManyListen().refusal();
        }
        context.future(() -> CompletableFuture.runAsync(() -> run(flow, context), threads)
                .whenComplete((done, failure) -> places.leave(user)));
    }

    private static UserId user(Context context) {
        String user = context.attribute(RouteTable.USER);
        return user == null ? UserId.LOCAL : new UserId(user);
    }

    private void run(Content.Flow flow, Context context) {
        flowing.add(Thread.currentThread());
        try {
            if (!closed) {
                flow.writer().write(context.res().getOutputStream());
            }
        } catch (IOException e) {
            return; // the reader is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            flowing.remove(Thread.currentThread());
        }
    }

    /** Ends what flows. */
    @Override
    public void close() {
        closed = true;
        flowing.forEach(Thread::interrupt);
    }
}
