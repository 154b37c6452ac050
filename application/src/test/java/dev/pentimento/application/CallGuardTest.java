package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.spi.CallPolicy;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.Providers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallGuardTest {
    private static final String NAME = "acme";
    private static final CallPolicy AMPLE = new CallPolicy(100, 1000, Duration.ofMinutes(10), false);

    private static final List<FailureCode> NOTHING_BEFORE = List.of();

    private final SettableClock clock = new SettableClock();
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final CallGuard.Waiting waiting = (time, why) -> {
        assertThat(waits).as("waits without end").hasSizeLessThan(1000);
        waits.add(time);
        reasons.add(why);
        clock.advance(time);
    };
    private CallGuard guard = guard(AMPLE);

    @Test
    void whatWasNotSentIsTriedFiveTimesMore() {
        Script script = Script.always(CallGuardTest::notSent);

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(thrown).isSameAs(script.lastThrown());
        assertThat(script.attempts()).isEqualTo(6);
    }

    @Test
    void waitsGrowFromHalfASecondToEightSecondsAndAreNeverTheSame() {
        List<Duration> first = new ArrayList<>();
        for (int run = 0; run < 50; run++) {
            waits.clear();
            guard(AMPLE)
                    .run(
                            NAME,
                            waiting,
                            NOTHING_BEFORE,
                            Script.of(
                                    CallGuardTest::notSent,
                                    CallGuardTest::notSent,
                                    CallGuardTest::notSent,
                                    CallGuardTest::notSent));
            assertThat(waits)
                    .hasSize(4)
                    .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(500), Duration.ofSeconds(8)));
            assertThat(waits.get(3)).isGreaterThan(waits.get(0));
            first.add(waits.get(0));
        }

        assertThat(Set.copyOf(first)).as("jitter").hasSizeGreaterThan(25);
    }

    @Test
    void unavailableProvidersAreTriedThreeTimesMore() {
        Script script = Script.always(CallGuardTest::unavailable);

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(thrown).isSameAs(script.lastThrown());
        assertThat(script.attempts()).isEqualTo(4);
    }

    @Test
    void successEndsTheAttempts() {
        Script script = Script.of(CallGuardTest::unavailable, CallGuardTest::notSent);

        String result = guard.run(NAME, waiting, NOTHING_BEFORE, script);

        assertThat(result).isEqualTo("done");
        assertThat(script.attempts()).isEqualTo(3);
        assertThat(reasons).allMatch(why -> why.matches("(Overloaded|Refused); it is tried again in [123]s"));
    }

    @Test
    void rateLimitsAreWaitedOutAsTold() {
        guard.run(
                NAME,
                waiting,
                NOTHING_BEFORE,
                Script.of(limited(Duration.ofSeconds(7)), limited(Duration.ofSeconds(120))));

        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(120));
        assertThat(reasons).containsExactly("Slow down; it is tried again in 7s", "Slow down; it is tried again in 2m");
    }

    @Test
    void longRateLimitsFreeTheWorker() {
        Instant told = clock.instant().plusSeconds(121);
        Script script = Script.always(limited(Duration.ofSeconds(121)));

        Postponed postponed =
                catchThrowableOfType(Postponed.class, () -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(postponed.until()).isEqualTo(told);
        assertThat(postponed.why()).isEqualTo("Slow down");
        assertThat(script.attempts()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void rateLimitsWithoutATimeAreNotHammered() {
        Script script = Script.always(limited(Duration.ZERO));

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(thrown).isInstanceOf(Postponed.class);
        assertThat(script.attempts()).isEqualTo(11);
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMillis(500)));
        assertThat(waits.get(9)).as("grown").isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void rateLimitsWithoutATimeAreWaitedForLongerEachTimeAlsoByTheNextWorker() {
        guard.run(NAME, waiting, limitedBefore(6), Script.of(limited(Duration.ZERO)));

        assertThat(waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8)));
    }

    @Test
    void whoeverSaidNoTenTimesIsAskedOncePerTurnOfAWorker() {
        Instant begun = clock.instant();
        Script script = Script.always(limited(Duration.ZERO));

        Postponed postponed =
                catchThrowableOfType(Postponed.class, () -> guard.run(NAME, waiting, limitedBefore(10), script));

        assertThat(postponed.until()).isEqualTo(begun.plusSeconds(120));
        assertThat(script.attempts()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    private static List<FailureCode> limitedBefore(int times) {
        return Collections.nCopies(times, FailureCode.RATE_LIMITED);
    }

    @Test
    void unknownOutcomesAreNeverTriedAgain() {
        Script script = Script.always(CallGuardTest::unknown);

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(thrown).isSameAs(script.lastThrown());
        assertThat(script.attempts()).isEqualTo(1);
    }

    @Test
    void unknownOutcomesAreTriedOnceMoreWhereTheUserWantsThat() {
        guard = guard(new CallPolicy(1, 1000, Duration.ofMinutes(10), true));
        Script script = Script.always(CallGuardTest::unknown);

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(thrown).isSameAs(script.lastThrown());
        assertThat(script.attempts()).isEqualTo(2);
    }

    @Test
    void unknownOutcomesOfEarlierWorkersCountToo() {
        guard = guard(new CallPolicy(1, 1000, Duration.ofMinutes(10), true));
        Script script = Script.always(CallGuardTest::unknown);

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, List.of(FailureCode.OUTCOME_UNKNOWN), script));

        assertThat(thrown).isSameAs(script.lastThrown());
        assertThat(script.attempts()).isEqualTo(1);
    }

    static Stream<PentimentoException> finalFailures() {
        return Stream.of(
                new ProviderFailure.QuotaExhausted("Broke"),
                new ProviderFailure.AccessDenied("Check ACME_KEY"),
                new ProviderFailure.InvalidRequest("Too small"),
                new ProviderFailure.ModelRetired("Use another"),
                new ProviderFailure.Refused("Policy"),
                new ProviderFailure.Unintelligible("Not an image", null),
                new ProviderFailure.Canceled("Called off"),
                new StorageFailure(StorageFailure.Reason.BUSY, "Locked", null));
    }

    @ParameterizedTest
    @MethodSource("finalFailures")
    void everythingElseIsFinal(PentimentoException failure) {
        guard = guard(new CallPolicy(1, 1000, Duration.ofMinutes(10), true));
        Script script = Script.always(() -> failure);

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(thrown).isSameAs(failure);
        assertThat(script.attempts()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void afterFiveFailuresNoCallLeavesForHalfAMinute() {
        breakDown();
        Script script = Script.of();

        Postponed postponed =
                catchThrowableOfType(Postponed.class, () -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(Duration.between(clock.instant(), postponed.until()))
                .isBetween(Duration.ofSeconds(30), Duration.ofMillis(30_001));
        assertThat(script.attempts()).isZero();
        clock.advance(Duration.between(clock.instant(), postponed.until()));
        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, script)).isEqualTo("done");
    }

    @Test
    void fourFailuresOrFiveInALongerTimeAreBorne() {
        for (int i = 0; i < 20; i++) {
            failOnce();
            clock.advance(Duration.ofSeconds(16));
        }

        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())).isEqualTo("done");
    }

    @Test
    void successesBetweenTheFailuresDoNotHideThem() {
        for (int i = 0; i < 5; i++) {
            guard.run(NAME, waiting, NOTHING_BEFORE, Script.of());
            guard.run(NAME, waiting, NOTHING_BEFORE, Script.of());
            failOnce();
        }

        assertThat(catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())))
                .isInstanceOf(Postponed.class);
    }

    @Test
    void whatTheProviderAnswersIsNoBreakdown() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> guard.run(
                            NAME, waiting, NOTHING_BEFORE, Script.always(() -> new ProviderFailure.Refused("Policy"))))
                    .isInstanceOf(ProviderFailure.Refused.class);
            assertThatThrownBy(() -> guard.run(NAME, waiting, NOTHING_BEFORE, Script.always(CallGuardTest::unknown)))
                    .isInstanceOf(ProviderFailure.OutcomeUnknown.class);
        }

        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())).isEqualTo("done");
    }

    @Test
    void otherProvidersAreNotConcerned() {
        breakDown();

        assertThat(guard.run("other", waiting, NOTHING_BEFORE, Script.of())).isEqualTo("done");
    }

    @Test
    void aFailedProbeOpensTheBreakerAgain() {
        breakDown();
        clock.advance(Duration.ofSeconds(31));

        failOnce();

        assertThat(catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())))
                .isInstanceOf(Postponed.class);
    }

    @Test
    void oneProbeAtATime() throws InterruptedException {
        breakDown();
        clock.advance(Duration.ofSeconds(31));
        Hanging probe = new Hanging();
        Thread other = new Thread(() -> guard.run(NAME, waiting, NOTHING_BEFORE, probe));
        other.start();
        probe.awaitBegin();

        Postponed postponed =
                catchThrowableOfType(Postponed.class, () -> guard.run(NAME, waiting, NOTHING_BEFORE, Script.of()));
        probe.end();
        other.join(10_000);

        assertThat(postponed.until()).isEqualTo(clock.instant().plusSeconds(5));
        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())).isEqualTo("done");
    }

    @Test
    void aProbeOfUnknownOutcomeLeavesTheQuestionToTheNext() {
        breakDown();
        clock.advance(Duration.ofSeconds(31));

        fails(waiting, Script.always(CallGuardTest::unknown));

        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())).isEqualTo("done");
    }

    @Test
    void anEmptyAccountEndsAllCallsAtOnce() {
        fails(waiting, Script.always(() -> new ProviderFailure.QuotaExhausted("Broke")));
        Script script = Script.of();

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, script));

        assertThat(thrown)
                .isInstanceOf(ProviderFailure.QuotaExhausted.class)
                .hasMessage("The account of provider 'acme' was found empty and it is not called before "
                        + "2026-11-20T12:00:30.001Z; add credit or choose another provider");
        assertThat(script.attempts()).isZero();
        clock.advance(Duration.ofMillis(30_001));
        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, script)).isEqualTo("done");
    }

    @Test
    void aClockThatIsPutBackHoldsNobodyUp() {
        breakDown();
        clock.advance(Duration.ofHours(-5));
        assertThat(catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())))
                .isInstanceOf(Postponed.class);
        clock.advance(Duration.ofSeconds(31));

        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())).isEqualTo("done");
        clock.advance(Duration.ofHours(-5));
        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())).isEqualTo("done");
        assertThat(waits.stream().filter(wait -> wait.compareTo(Duration.ofMinutes(1)) > 0))
                .isEmpty();
    }

    @Test
    void callsBeginNoFasterThanThePolicySays() {
        guard = guard(new CallPolicy(100, 5, Duration.ofMinutes(10), false));
        Instant start = clock.instant();

        List<Long> begun = IntStream.range(0, 12)
                .mapToObj(i -> guard.run(
                        NAME,
                        waiting,
                        NOTHING_BEFORE,
                        () -> Duration.between(start, clock.instant()).toSeconds()))
                .toList();

        assertThat(begun).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 1L, 1L, 1L, 1L, 2L, 2L);
        assertThat(reasons)
                .containsOnly("Provider 'acme' is called 5.0 times per second; this call waits for its turn");
    }

    @Test
    void ratesBelowOneAndBrokenRatesAreKeptToo() {
        assertThat(timeOf(5, new CallPolicy(1, 0.5, Duration.ofMinutes(1), false)))
                .isEqualTo(Duration.ofSeconds(8));
        assertThat(timeOf(21, new CallPolicy(1, 2.5, Duration.ofMinutes(1), false)))
                .isEqualTo(Duration.ofSeconds(8));
        assertThat(timeOf(3001, new CallPolicy(1, 1000, Duration.ofMinutes(1), false)))
                .isEqualTo(Duration.ofSeconds(3));
    }

    private Duration timeOf(int calls, CallPolicy policy) {
        CallGuard other = guard(policy);
        Instant start = clock.instant();
        IntStream.range(0, calls).forEach(i -> other.run(NAME, waiting, NOTHING_BEFORE, () -> i));
        return Duration.between(start, clock.instant());
    }

    @Test
    void noMoreCallsAreUnderWayThanThePolicySays() throws InterruptedException {
        guard = guard(new CallPolicy(2, 1000, Duration.ofMinutes(10), false));
        Hanging first = new Hanging();
        Hanging second = new Hanging();
        Thread one = new Thread(() -> guard.run(NAME, waiting, NOTHING_BEFORE, first));
        Thread two = new Thread(() -> guard.run(NAME, waiting, NOTHING_BEFORE, second));
        one.start();
        two.start();
        first.awaitBegin();
        second.awaitBegin();
        Script script = Script.of();
        List<Integer> attemptsWhileWaiting = new ArrayList<>();

        guard.run(
                NAME,
                (time, why) -> {
                    assertThat(attemptsWhileWaiting).as("waits without end").hasSizeLessThan(10);
                    attemptsWhileWaiting.add(script.attempts());
                    first.end();
                    join(one);
                },
                NOTHING_BEFORE,
                script);

        assertThat(attemptsWhileWaiting).containsExactly(0);
        assertThat(script.attempts()).isEqualTo(1);
        second.end();
        two.join(10_000);
    }

    @Test
    void whoeverIsCalledOffWhileWaitingLeavesNothingBehind() {
        guard = guard(new CallPolicy(1, 1, Duration.ofMinutes(10), false));
        guard.run(NAME, waiting, NOTHING_BEFORE, Script.of());
        CallGuard.Waiting calledOff = (time, why) -> {
            throw new ProviderFailure.Canceled("Called off");
        };
        Script never = Script.of();

        Throwable thrown = catchThrowable(() -> guard.run(NAME, calledOff, NOTHING_BEFORE, never));

        assertThat(thrown).isInstanceOf(ProviderFailure.Canceled.class);
        assertThat(never.attempts()).isZero();
        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, Script.of()))
                .as("the only place is free")
                .isEqualTo("done");
    }

    @Test
    void mistakesOfOursFreeThePlaceToo() {
        guard = guard(new CallPolicy(1, 1000, Duration.ofMinutes(10), false));
        IllegalStateException mistake = new IllegalStateException("ours");

        Throwable thrown = catchThrowable(() -> guard.run(NAME, waiting, NOTHING_BEFORE, () -> {
            throw mistake;
        }));

        assertThat(thrown).isSameAs(mistake);
        assertThat(guard.run(NAME, waiting, NOTHING_BEFORE, Script.of())).isEqualTo("done");
    }

    private void breakDown() {
        fails(waiting, Script.always(CallGuardTest::unavailable));
        failOnce();
    }

    /** One attempt that does not reach the provider. */
    private void failOnce() {
        fails(
                (time, why) -> {
                    throw new ProviderFailure.Canceled("Waits for nothing");
                },
                Script.always(CallGuardTest::unavailable));
    }

    private void fails(CallGuard.Waiting patience, Script script) {
        assertThatThrownBy(() -> guard.run(NAME, patience, NOTHING_BEFORE, script))
                .isInstanceOf(PentimentoException.class);
    }

    private CallGuard guard(CallPolicy policy) {
        return new CallGuard(new SamePolicy(policy), clock);
    }

    private static PentimentoException notSent() {
        return new ProviderFailure.NotSent("Refused", null);
    }

    private static PentimentoException unavailable() {
        return new ProviderFailure.Unavailable("Overloaded", null);
    }

    private static PentimentoException unknown() {
        return new ProviderFailure.OutcomeUnknown("Reset", null);
    }

    private static Supplier<PentimentoException> limited(Duration retryAfter) {
        return () -> new ProviderFailure.RateLimited("Slow down", retryAfter);
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Fails as told, then succeeds. */
    private static final class Script implements Supplier<String> {
        private final List<Supplier<PentimentoException>> failures;
        private final boolean forEver;
        private final List<PentimentoException> thrown = new ArrayList<>();
        private int attempts;

        private Script(List<Supplier<PentimentoException>> failures, boolean forEver) {
            this.failures = failures;
            this.forEver = forEver;
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        static Script of(Supplier<PentimentoException>... failures) {
            return new Script(List.of(failures), false);
        }

        static Script always(Supplier<PentimentoException> failure) {
            return new Script(List.of(failure), true);
        }

        @Override
        public String get() {
            int next = forEver ? 0 : attempts;
            attempts++;
            if (next >= failures.size()) {
                return "done";
            }
            thrown.add(failures.get(next).get());
            throw lastThrown();
        }

        int attempts() {
            return attempts;
        }

        PentimentoException lastThrown() {
            return thrown.get(thrown.size() - 1);
        }
    }

    /** A call that takes until it is told to end. */
    private static final class Hanging implements Supplier<String> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public String get() {
            begun.countDown();
            await(end);
            return "done";
        }

        void awaitBegin() {
            await(begun);
        }

        void end() {
            end.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private record SamePolicy(CallPolicy callPolicy) implements Providers {
        @Override
        public List<String> serving(Role role) {
            return List.of();
        }

        @Override
        public Provider named(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public CallPolicy policy(String name) {
            return callPolicy;
        }
    }
}
