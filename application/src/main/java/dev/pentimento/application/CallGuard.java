package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.CallPolicy;
import dev.pentimento.ports.spi.Providers;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets calls to providers through: no more at a time and per second than their policy allows, none while a provider is known to be out of reach,
 * and again after a failure that promises that this is free. Safe for use by several threads.
 *
 * <p>The only class that knows Resilience4j, whose parts are asked here for permissions and durations; they neither wait nor call. All of them go
 * by the clock that is handed in.
 */
final class CallGuard {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Providers providers;
    private final InstantSource clock;
    private final Clock steady;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    CallGuard(Providers providers, InstantSource clock) {
        this.providers = providers;
        this.clock = clock;
        this.steady = new SteadyClock(clock);
    }

    /** How a worker passes the time until it may go on. */
    @FunctionalInterface
    interface Waiting {

        /**
         * Returns when {@code time} is over. One wait may come as many short ones with the same reason.
         *
         * @param why for people
         * @throws ProviderFailure.Canceled if the job is called off or out of time
         * @throws Postponed if this process or thread is told to stop
         */
        void await(Duration time, String why);
    }

    /**
     * Makes attempts until one succeeds or the failure says that no further one may be made.
     *
     * @param before how earlier attempts at the same work failed; they count as if they had been made now
     * @param attempt one call; it knows nothing of the others
     * @throws ProviderFailure as the last attempt failed, or as {@code waiting} ended
     * @throws Postponed if no attempt may be made before a certain time
     */
    <T> T run(String provider, Waiting waiting, List<FailureCode> before, Supplier<T> attempt) {
        Gate gate = gates.computeIfAbsent(provider, this::gate);
        Repetitions repetitions = new Repetitions(gate.policy, before);
        while (true) {
            try {
                return gate.pass(waiting, repetitions.begun(), attempt);
            } catch (ProviderFailure failure) {
                Duration pause = repetitions.pause(failure, clock);
                waiting.await(pause, "%s; it is tried again in %s".formatted(failure.getMessage(), inSeconds(pause)));
            }
        }
    }

    /** For people: a second more rather than less. */
    private static String inSeconds(Duration time) {
        return Spelled.of(Duration.ofSeconds(time.plusMillis(999).toSeconds()));
    }

    private Gate gate(String provider) {
        return new Gate(provider, providers.policy(provider), clock, steady);
    }

    /** How often and how soon one call is made again, for each kind of failure that allows it. */
    private static final class Repetitions {
        /** With the jitter of one half, the first wait is 0.5 to 1.5 s and no wait is longer than 8 s. */
        private static final IntervalFunction BACK_OFF =
                IntervalFunction.ofExponentialRandomBackoff(Duration.ofSeconds(1), 2, 0.5, Duration.ofSeconds(8));

        private final CallPolicy policy;
        private final List<FailureCode> before;
        private final Map<FailureCode, Retry.AsyncContext<Void>> counted = new EnumMap<>(FailureCode.class);

        Repetitions(CallPolicy policy, List<FailureCode> before) {
            this.policy = policy;
            this.before = List.copyOf(before);
        }

        /** Whether an attempt was made and failed. */
        boolean begun() {
            return !counted.isEmpty();
        }

        /** @throws ProviderFailure the same, if that was it */
        Duration pause(ProviderFailure failure, InstantSource clock) {
            long backOff = counted.computeIfAbsent(failure.code(), code -> repetition(code, failure))
                    .onError(failure);
            if (failure instanceof ProviderFailure.RateLimited limited) {
                return pause(limited, backOff, clock);
            }
            if (backOff < 0) {
                throw failure;
            }
            return Duration.ofMillis(backOff);
        }

        private Retry.AsyncContext<Void> repetition(FailureCode code, ProviderFailure failure) {
            RetryConfig config = RetryConfig.<Void>custom()
                    .maxAttempts(1 + times(code))
                    .intervalFunction(BACK_OFF)
                    .build();
            Retry.AsyncContext<Void> repetition = Retry.of(code.name(), config).asyncContext();
            before.stream().filter(code::equals).forEach(earlier -> repetition.onError(failure));
            return repetition;
        }

        private int times(FailureCode code) {
            return switch (code) {
                case NOT_SENT -> 5;
                case UNAVAILABLE -> 3;
                case RATE_LIMITED -> 10;
                case OUTCOME_UNKNOWN -> policy.retryUnknownOnce() ? 1 : 0;
                default -> 0;
            };
        }

        /** As told, and where nothing is told, longer each time; a provider that goes on to say no gets its worker taken away, but not the job. */
        private static Duration pause(ProviderFailure.RateLimited limited, long backOff, InstantSource clock) {
            Duration told = limited.retryAfter();
            if (backOff < 0 || told.compareTo(LONGEST_WAIT) > 0) {
                Instant until = clock.instant().plus(isSome(told) ? told : LONGEST_WAIT);
                throw new Postponed(until, String.valueOf(limited.getMessage()), limited.code());
            }
            return isSome(told) ? told : Duration.ofMillis(backOff);
        }

        private static boolean isSome(Duration time) {
            return !time.isNegative() && !time.isZero();
        }
    }

    /** What every call to one provider goes through. */
    private static final class Gate {
        private static final Duration OPEN = Duration.ofSeconds(30);
        /** However late it is: the job has its own deadline. */
        private static final Duration LATEST_TURN = Duration.ofDays(1);

        private static final Duration LOOK_FOR_PLACE = Duration.ofMillis(50);
        private static final Duration LOOK_AT_PROBE = Duration.ofSeconds(1);
        private static final Duration PROBE = Duration.ofSeconds(5);

        private final String provider;
        private final CallPolicy policy;
        private final InstantSource clock;
        private final Clock steady;
        private final Bulkhead places;
        private final RateLimiter turns;
        private final CircuitBreaker breaker;
        private Shut shut;

        Gate(String provider, CallPolicy policy, InstantSource clock, Clock steady) {
            this.provider = provider;
            this.policy = policy;
            this.clock = clock;
            this.steady = steady;
            this.places = places(provider, policy);
            this.turns = turns(provider, policy, steady);
            this.breaker = breaker(provider, steady);
            this.shut = new Shut(steady.instant(), false);
        }

        /** Since the breaker opened for the last time: until when, on the steady clock, and whether it was for want of credit. */
        private record Shut(Instant until, boolean broke) {}

        private static Bulkhead places(String provider, CallPolicy policy) {
            return Bulkhead.of(
                    provider,
                    BulkheadConfig.custom()
                            .maxConcurrentCalls(policy.concurrency())
                            .maxWaitDuration(Duration.ZERO)
                            .build());
        }

        /** As many at once as a second allows; for less than one per second, one in the time that it then takes. */
        private static RateLimiter turns(String provider, CallPolicy policy, Clock steady) {
            int atOnce = (int) Math.max(1, Math.floor(policy.perSecond()));
            Duration period = Duration.ofNanos(Math.round(1e9 * atOnce / policy.perSecond()));
            RateLimiterConfig config = RateLimiterConfig.custom()
                    .limitForPeriod(atOnce)
                    .limitRefreshPeriod(period)
                    .timeoutDuration(LATEST_TURN)
                    .build();
            Instant start = steady.instant();
            return RateLimiter.of(provider, config, () -> start.until(steady.instant(), ChronoUnit.NANOS));
        }

        /** Only failures are counted, so that their rate is always 100 %, and five of them open it however many calls succeed. */
        private static CircuitBreaker breaker(String provider, Clock steady) {
            return CircuitBreaker.of(
                    provider,
                    CircuitBreakerConfig.custom()
                            .slidingWindow(
                                    60,
                                    5,
                                    SlidingWindowType.TIME_BASED,
                                    SlidingWindowSynchronizationStrategy.SYNCHRONIZED)
                            .failureRateThreshold(100)
                            .waitDurationInOpenState(OPEN)
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .clock(steady)
                            .build());
        }

        /** @param begun whether this work has failed before: then it waits here for the breaker, else it had better go */
        <T> T pass(Waiting waiting, boolean begun, Supplier<T> attempt) {
            if (!begun) {
                turnAwayWhileOpen();
            }
            takePlace(waiting);
            try {
                takeTurn(waiting);
                takeChance(waiting, begun);
                return call(attempt);
            } finally {
                places.onComplete();
            }
        }

        private void takePlace(Waiting waiting) {
            while (!places.tryAcquirePermission()) {
                waiting.await(
                        LOOK_FOR_PLACE,
                        "Provider '%s' does %d calls at a time; this one waits for its place"
                                .formatted(provider, policy.concurrency()));
            }
        }

        /** A turn is kept for whoever is called off while waiting for it, and lost. */
        private void takeTurn(Waiting waiting) {
            long nanos = turns.reservePermission();
            if (nanos > 0) {
                waiting.await(
                        Duration.ofNanos(nanos),
                        "Provider '%s' is called %s times per second; this call waits for its turn"
                                .formatted(provider, policy.perSecond()));
            }
        }

        private void takeChance(Waiting waiting, boolean begun) {
            while (!breaker.tryAcquirePermission()) {
                Optional<Duration> closed = closedFor();
                if (!begun) {
                    throw postponed(closed.orElse(PROBE));
                }
                waiting.await(closed.orElse(LOOK_AT_PROBE), unreachable());
            }
        }

        /** Before it stands in line. */
        private void turnAwayWhileOpen() {
            closedFor().ifPresent(closed -> {
                throw postponed(closed);
            });
        }

        /**
         * How long the breaker stays open; empty if it does not, or is trying.
         *
         * @throws ProviderFailure.QuotaExhausted if it is open for want of credit
         */
        private synchronized Optional<Duration> closedFor() {
            Duration left = Duration.between(steady.instant(), shut.until());
            if (left.isNegative() || left.isZero()) {
                return Optional.empty();
            }
            if (shut.broke()) {
                throw new ProviderFailure.QuotaExhausted(
                        "The account of provider '%s' was found empty and it is not called before %s; add credit or choose another provider"
                                .formatted(provider, clock.instant().plus(left)));
            }
            return Optional.of(left);
        }

        private Postponed postponed(Duration closed) {
            return new Postponed(clock.instant().plus(closed), unreachable(), FailureCode.UNAVAILABLE);
        }

        private String unreachable() {
            return "Provider '%s' does not answer; it is left alone for a while".formatted(provider);
        }

        private <T> T call(Supplier<T> attempt) {
            try {
                T result = attempt.get();
                answered();
                return result;
            } catch (ProviderFailure failure) {
                failed(failure);
                throw failure;
            } catch (RuntimeException | Error ours) {
                breaker.releasePermission();
                throw ours;
            }
        }

        private synchronized void failed(ProviderFailure failure) {
            switch (failure.code()) {
                case NOT_SENT, UNAVAILABLE -> count(failure);
                case QUOTA_EXHAUSTED -> {
                    breaker.transitionToOpenState();
                    shut(true);
                }
                case OUTCOME_UNKNOWN, CANCELED -> breaker.releasePermission();
                default -> answered();
            }
        }

        private void count(ProviderFailure failure) {
            boolean open = isOpen();
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
            if (!open && isOpen()) {
                shut(false);
            }
        }

        private boolean isOpen() {
            return breaker.getState() == CircuitBreaker.State.OPEN;
        }

        /** A millisecond more, as the breaker counts the last moment in. */
        private void shut(boolean broke) {
            shut = new Shut(steady.instant().plus(OPEN).plusMillis(1), broke);
        }

        /** Whatever it said: it is there. */
        private synchronized void answered() {
            if (breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
                return;
            }
            breaker.releasePermission();
        }
    }
}
