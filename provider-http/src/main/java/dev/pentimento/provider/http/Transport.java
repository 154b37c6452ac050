package dev.pentimento.provider.http;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP with one provider. Every request leaves at most once; it ends when its call is cancelled or out of time, whatever it is waiting for;
 * and when it fails, the failure says whether it may have left.
 *
 * <p>Safe for use by several threads. Never retries, never logs. Messages name the provider, method and address, and never the key.
 */
public final class Transport implements AutoCloseable {
    /** Longer than any answer with images in it. */
    public static final long MAX_BODY_BYTES = 256L << 20;

    private static final Duration FOREVER = Duration.ofDays(365);

    private final ExecutorService threads = Executors.newCachedThreadPool(Transport::thread);
    private final String provider;
    private final Secret key;
    private final OkHttpClient client;

    private Transport(String provider, Secret key, long maxBytes) {
        this.provider = provider;
        this.key = key;
        this.client = Once.client(threads, maxBytes);
    }

    /** @param provider as the configuration calls it, for messages */
    public static Transport to(String provider, Secret key) {
        return to(provider, key, MAX_BODY_BYTES);
    }

    /** @param maxBytes of one answer, after decompression; a longer one is {@link ProviderFailure.Unintelligible} */
    public static Transport to(String provider, Secret key, long maxBytes) {
        return new Transport(provider, key, maxBytes);
    }

    /** A call that was given up may hang in the system's resolver; it must not keep the program from ending. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "provider-http");
        thread.setDaemon(true);
        return thread;
    }

    /** Reads an answer as it comes. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Response response) throws IOException;
    }

    /** Work that makes one request with {@link #client()}, usually hidden in a vendor's library. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /**
     * For vendors' libraries, which may add to it what they like. Its requests can only be made within {@link #run}.
     */
    public OkHttpClient client() {
        return client;
    }

    /** Sends a request and waits for the whole answer, whatever its status. */
    public Reply send(Request request, Purpose purpose, CallContext context) {
        return send(request, purpose, context, Reply::of);
    }

    /**
     * Sends a request and hands the answer over as it comes, line by line or event by event.
     *
     * @param reading on another thread; what it throws is thrown here
     */
    public <T> T send(Request request, Purpose purpose, CallContext context, Reading<T> reading) {
        return run(purpose, context, () -> {
            try (Response response = client.newCall(request).execute()) {
                return reading.read(response);
            }
        });
    }

    /**
     * Has a library make one request, on another thread. A second one within the same work is stopped, so that a library which tries again by itself
     * cannot do so.
     *
     * @throws ProviderFailure if the request was cancelled, did not end in time, or the network failed it
     * @throws RuntimeException what the library makes of an answer, as it throws it
     */
    public <T> T run(Purpose purpose, CallContext context, Work<T> work) {
        context.checkCanceled();
        Duration left = left(context);
        if (left.isNegative() || left.isZero()) {
            throw purpose.unsent("Provider '%s' was not asked: the call had no time left".formatted(provider), null);
        }
        return await(new Attempt(), left, purpose, context, work);
    }

    private <T> T await(Attempt attempt, Duration left, Purpose purpose, CallContext context, Work<T> work) {
        Future<T> result = threads.submit(() -> attempt.during(work::run));
        context.onCancel(() -> {
            attempt.abandon();
            result.cancel(true);
        });
        try {
            return result.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw brokenOff(attempt, purpose, "no answer in the time that the call had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw brokenOff(attempt, purpose, "its thread was interrupted", e);
        } catch (CancellationException e) {
            throw canceled(attempt);
        } catch (ExecutionException e) {
            throw context.isCanceled() ? canceled(attempt) : failure(attempt, purpose, e.getCause());
        } finally {
            attempt.abandon();
            result.cancel(true);
        }
    }

    /** {@link Instant#MAX} is too far away to count the nanoseconds. */
    private static Duration left(CallContext context) {
        Instant now = Instant.now();
        return context.deadline().isAfter(now.plus(FOREVER)) ? FOREVER : Duration.between(now, context.deadline());
    }

    private ProviderFailure brokenOff(Attempt attempt, Purpose purpose, String why, Exception cause) {
        attempt.abandon();
        return lost(attempt, purpose, why, cause);
    }

    private ProviderFailure canceled(Attempt attempt) {
        return new ProviderFailure.Canceled(says(attempt, "the call was cancelled"));
    }

    private RuntimeException failure(Attempt attempt, Purpose purpose, @Nullable Throwable failure) {
        if (failure instanceof ProviderFailure known) {
            return known;
        }
        if (attempt.trouble().isPresent()) {
            IOException trouble = attempt.trouble().get();
            return lost(attempt, purpose, Trouble.explained(trouble), trouble);
        }
        if (failure instanceof IOException unusable) {
            return new ProviderFailure.Unintelligible(says(attempt, String.valueOf(unusable.getMessage())), unusable);
        }
        if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        }
        return new IllegalStateException(says(attempt, "a mistake of ours"), failure);
    }

    private ProviderFailure lost(Attempt attempt, Purpose purpose, String why, Exception cause) {
        String message = says(attempt, why);
        return attempt.mayHaveLeft() ? purpose.unclear(message, cause) : purpose.unsent(message, cause);
    }

    private String says(Attempt attempt, String what) {
        return key.mask("Provider '%s', %s: %s".formatted(provider, attempt.destination(), what));
    }

    /** Breaks off whatever is under way. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        threads.shutdownNow();
    }
}
