package dev.pentimento.adapters.imaging.fetch;

import dev.pentimento.adapters.imaging.fetch.Journey.Guard;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.FetchLimits;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Fetches on a thread of its own and waits no longer than allowed: neither a silent name server nor one byte a second can hold the caller.
 */
final class HttpImageSource implements ImageSource {
    private static final Duration FOREVER = Duration.ofDays(365);

    private final ExecutorService threads = Executors.newCachedThreadPool(HttpImageSource::thread);
    private final Duration timeout;
    private final Guard guard;

    HttpImageSource(FetchLimits limits, Set<Rule> rules, Resolver resolver) {
        this(limits, rules, resolver, new OkHttpClient.Builder().connectTimeout(Client.CONNECT_TIMEOUT));
    }

    /** @param base with what tests change: whom it trusts, and how long it tries to connect */
    HttpImageSource(FetchLimits limits, Set<Rule> rules, Resolver resolver, OkHttpClient.Builder base) {
        AllowedHosts allowed = new AllowedHosts(limits.allowHosts());
        this.timeout = rules.contains(Rule.DEADLINE) ? limits.timeout() : FOREVER;
        this.guard = new Guard(
                rules,
                new UrlCheck(rules, allowed),
                new AddressCheck(rules, allowed, resolver),
                new Client(rules, resolver, base),
                new Body(rules, limits.maxBytes()));
    }

    /** A fetch that was given up may hang in the system's resolver; it must not keep the program from ending. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fetch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public ImageFile fetch(URI url, CallContext context) {
        context.checkCanceled();
        Journey journey = new Journey(guard, url);
        Future<ImageFile> file = threads.submit(journey::file);
        context.onCancel(() -> file.cancel(true));
        Duration patience = patience(context);
        try {
            return file.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooLate(journey, patience, e);
        } catch (CancellationException e) {
            throw new ProviderFailure.Canceled("The fetch of %s was called off".formatted(journey.destination()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure.Canceled("The fetch of %s was interrupted".formatted(journey.destination()));
        } catch (ExecutionException e) {
            throw translated(e.getCause(), journey);
        } finally {
            journey.abandon();
        }
    }

    /** Whichever ends first: what a fetch may take, or what the caller has left. */
    private Duration patience(CallContext context) {
        Duration left = Duration.between(Instant.now(), context.deadline());
        return left.compareTo(timeout) < 0 ? left : timeout;
    }

    private FetchFailure tooLate(Journey journey, Duration patience, TimeoutException cause) {
        String advice =
                patience.equals(timeout) ? "try again, or raise intake.timeout" : "its job had no more time left";
        return new FetchFailure(
                Reason.TIMED_OUT,
                "%s did not arrive within %s; %s".formatted(journey.destination(), seconds(patience), advice),
                cause);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static RuntimeException translated(@Nullable Throwable failure, Journey journey) {
        if (failure instanceof FetchFailure known) {
            return known;
        }
        if (failure instanceof OutOfMemoryError) {
            return new FetchFailure(
                    Reason.TOO_LARGE,
                    "%s does not fit into memory; use a smaller one, or use a larger heap (-Xmx)"
                            .formatted(journey.destination()),
                    failure);
        }
        return new IllegalStateException(
                "The fetch of %s met a mistake of ours".formatted(journey.destination()), failure);
    }
}
