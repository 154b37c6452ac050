package dev.pentimento.adapters.web.live;

import dev.pentimento.adapters.web.http.Caller;
import dev.pentimento.adapters.web.http.Json;
import dev.pentimento.domain.identity.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one WebSocket what happens, message by message: the next one is not even made before the last one was taken. */
final class SocketFlow implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFlow.class);

    /** How long somebody may take to read one message. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Session session;
    private final Caller caller;
    private final Tale tale;
    private @Nullable Thread thread;
    private boolean ended;
    private boolean left;

    SocketFlow(Session session, Caller caller, Tale tale) {
        this.session = session;
        this.caller = caller;
        this.tale = tale;
        session.setIdleTimeout(PATIENCE.multipliedBy(2));
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        try {
            tale.tell(this::send);
            leave(() -> session.close(StatusCode.NORMAL, "There is nothing more to tell", Callback.NOOP));
        } catch (IOException e) {
            leave(session::disconnect);
        } catch (InterruptedException e) {
            if (!hasLeft()) {
                session.close(StatusCode.SHUTDOWN, "The server ends", Callback.NOOP);
            }
        } catch (RuntimeException e) {
            LOG.error("A WebSocket failed in a way that was not foreseen", e);
            session.close(StatusCode.SERVER_ERROR, "The server cannot go on", Callback.NOOP);
        }
    }

    UserId user() {
        return caller.user();
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !ended;
    }

    /** Whoever listened is gone; that he wanted to be is answered already. */
    synchronized void hangUp() {
        left = true;
        end();
    }

    /** The server ends. */
    synchronized void end() {
        ended = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized boolean hasLeft() {
        return left;
    }

    private void leave(Runnable welcome) {
        if (caller.isStillWelcome()) {
            welcome.run();
        } else {
            session.close(StatusCode.POLICY_VIOLATION, "Whoever listens has to say anew who he is", Callback.NOOP);
        }
    }

    private void send(Object message) throws IOException, InterruptedException {
        if (!caller.isStillWelcome()) {
            throw new IOException("Whoever listens has lost what he was let in with");
        }
        CompletableFuture<Void> taken = new CompletableFuture<>();
        session.sendText(Json.text(message), Callback.from(() -> taken.complete(null), taken::completeExceptionally));
        try {
            taken.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Whoever listened does not read any more", e);
        }
    }
}
