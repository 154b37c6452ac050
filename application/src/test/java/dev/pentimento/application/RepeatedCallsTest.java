package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.spi.CallPolicy;
import dev.pentimento.testkit.Patience;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often one call is made again in all, whoever works on its job. */
@Timeout(60)
class RepeatedCallsTest {
    private static final Duration TICK = Duration.ofMillis(300);

    private final Troupe troupe = new Troupe(ScriptedProvider.NAME);
    private final TestWorkshop workshop = new TestWorkshop(policies -> policies, troupe);

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void unknownOutcomeIsSentOnceMoreInAllHoweverOftenItsJobIsPostponed() {
        retriesUnknownOnce();
        answers(
                RepeatedCallsTest::unknown,
                () -> limited(Duration.ofSeconds(121)),
                RepeatedCallsTest::unknown,
                RepeatedCallsTest::unknown);
        Job job = submit();
        awaitPostponed(job, 1);

        workshop.clock.advance(Duration.ofSeconds(122));

        assertThat(workshop.watch(job).failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(workshop.provider.edits).hasSize(3);
    }

    @Test
    void retryIsARoundOfItsOwn() {
        retriesUnknownOnce();
        answers(RepeatedCallsTest::unknown, RepeatedCallsTest::unknown, RepeatedCallsTest::unknown);
        Job job = workshop.watch(submit());

        retry(job, true);

        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(workshop.provider.edits).hasSize(4);
    }

    @Test
    void whoRetriesHearsOfAChargeThatIsPossibleEvenIfTheLastCallWasFree() {
        retriesUnknownOnce();
        answers(RepeatedCallsTest::unknown, () -> limited(Duration.ofHours(2)));
        Job job = workshop.watch(submit());
        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.RATE_LIMITED);

        RetryJob.Outcome warned = retry(job, false);

        assertThat(warned).isInstanceOf(RetryJob.MayBeChargedAgain.class);
        assertThat(retry(job, true)).isInstanceOf(RetryJob.Submitted.class);
    }

    @Test
    void providerThatGoesOnToSayNoWithoutATimeIsAskedOncePerTurn() {
        workshop.clock.ticks(TICK);
        answers(Collections.nCopies(12, () -> limited(Duration.ZERO)));
        Job job = submit();
        awaitPostponed(job, 1);
        assertThat(workshop.provider.edits).hasSize(11);

        workshop.clock.advance(Duration.ofMinutes(3));
        awaitPostponed(job, 2);

        assertThat(workshop.provider.edits).hasSize(12);
        workshop.clock.advance(Duration.ofMinutes(3));
        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
    }

    private static ProviderFailure unknown() {
        return new ProviderFailure.OutcomeUnknown("the line went dead", null);
    }

    private static ProviderFailure limited(Duration told) {
        return new ProviderFailure.RateLimited("slow down", told);
    }

    private void retriesUnknownOnce() {
        workshop.clock.ticks(TICK);
        troupe.isCalledBy(new CallPolicy(4, 5, Duration.ofMinutes(10), true));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private void answers(Supplier<ProviderFailure>... failures) {
        answers(List.of(failures));
    }

    /** One after the other; afterwards it does as it is asked. */
    private void answers(List<Supplier<ProviderFailure>> failures) {
        Deque<Supplier<ProviderFailure>> left = new ArrayDeque<>(failures);
        workshop.provider.edits((request, context) -> {
            Supplier<ProviderFailure> next = left.poll();
            if (next != null) {
                throw next.get();
            }
            return List.of(request.base());
        });
    }

    private Job submit() {
        return workshop.submit(RefineImage.Command.of(workshop.upload(GREY), prompt()));
    }

    private RetryJob.Outcome retry(Job job, boolean accept) {
        return workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, job.id(), accept));
    }

    private void awaitPostponed(Job job, int times) {
        Patience.await(() -> workshop.records.read(records -> records.events(job.id(), 0, 1000)).stream()
                        .filter(recorded -> recorded.event().kind() == JobEvent.Kind.POSTPONED)
                        .count()
                == times);
    }
}
