package dev.pentimento.application;

import dev.pentimento.ports.failure.ProviderFailure;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the parts of a job done at the same time; one that fails loses nothing of the others. */
final class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Calls calls;
    private final Executor executor;

    Parts(Calls calls, Executor executor) {
        this.calls = calls;
        this.executor = executor;
    }

    /** One part: what was delivered, or why nothing was. */
    private record Result(Optional<Delivered> delivered, Optional<Throwable> failure) {
        static Result of(CompletableFuture<Delivered> part) {
            try {
                return new Result(Optional.of(part.join()), Optional.empty());
            } catch (CompletionException e) {
                return new Result(Optional.empty(), Optional.of(e.getCause() == null ? e : e.getCause()));
            }
        }
    }

    /**
     * Those that were delivered, in order; at least one. When the job's time is over they are all there is, unless a provider goes on with another:
     * that one is fetched by a retry.
     *
     * @throws RuntimeException the failure that says most, if there is none, or if one of them has to go on later and may
     */
    List<Delivered> deliver(RunningJob job, List<Ask> asks) {
        List<Delivered> delivered =
                asks.size() == 1 ? List.of(calls.deliver(job, asks.get(0))) : deliverTogether(job, asks);
        job.finish();
        return delivered;
    }

    private List<Delivered> deliverTogether(RunningJob job, List<Ask> asks) {
        List<CompletableFuture<Delivered>> parts = new ArrayList<>();
        asks.forEach(ask -> parts.add(CompletableFuture.supplyAsync(() -> calls.deliver(job, ask), executor)));
        List<Result> results = parts.stream().map(Result::of).toList();
        List<Delivered> delivered =
                results.stream().flatMap(result -> result.delivered().stream()).toList();
        List<Throwable> failures =
                results.stream().flatMap(result -> result.failure().stream()).toList();
        failures.stream()
                .filter(Parts::concernsAll)
                .filter(failure -> delivered.isEmpty() || !isOutOfTime(failure, job) || isAnyStillMade(asks, job))
                .findFirst()
                .ifPresent(failure -> {
                    throw unchecked(failure);
                });
        if (delivered.isEmpty()) {
            throw unchecked(gravest(failures));
        }
        failures.forEach(failure -> tell(failure, job));
        return delivered;
    }

    private boolean isAnyStillMade(List<Ask> asks, RunningJob job) {
        return asks.stream().anyMatch(ask -> calls.isStillMade(job, ask));
    }

    static void tell(Throwable failure, RunningJob job) {
        Said.logTheRest(LOG, "A candidate of job " + job.id(), failure);
        job.progress(1, "A candidate failed: " + said(failure));
    }

    private static String said(Throwable failure) {
        return failure instanceof Postponed postponed
                ? "%s; it cannot be asked for again before %s, when the job's time is over"
                        .formatted(postponed.why(), postponed.until().truncatedTo(ChronoUnit.SECONDS))
                : Said.of(failure);
    }

    /** What others delivered waits in the ledger. */
    private static boolean concernsAll(Throwable failure) {
        return failure instanceof Postponed || failure instanceof ProviderFailure.Canceled || failure instanceof LetGo;
    }

    /** Whether the job's time is over before it could go on. */
    private static boolean isOutOfTime(Throwable failure, RunningJob job) {
        return failure instanceof Postponed postponed ? postponed.until().isAfter(job.deadline()) : job.isLate();
    }

    private static Throwable gravest(List<Throwable> failures) {
        Predicate<Throwable> unknown = ProviderFailure.OutcomeUnknown.class::isInstance;
        return Stream.concat(failures.stream().filter(unknown), failures.stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A job without parts"));
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new CompletionException(failure);
    }
}
