package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.testkit.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SubmissionLimitsTest {
    @SuppressWarnings("NullAway.Init") // opened by each test, with its limits
    private TestWorkshop workshop;

    @AfterEach
    void close() {
        workshop.close();
    }

    /** 0 = no limit. */
    private void open(int active, int perMonth, boolean working) {
        open(active, perMonth, 0, working);
    }

    private void open(int active, int perMonth, int waiting, boolean working) {
        Limits limits = new Limits() {
            @Override
            public OptionalInt active(UserId owner, WorkKind kind) {
                return active == 0 ? OptionalInt.empty() : OptionalInt.of(active);
            }

            @Override
            public OptionalInt perMonth(UserId owner, WorkKind kind) {
                return perMonth == 0 ? OptionalInt.empty() : OptionalInt.of(perMonth);
            }

            @Override
            public OptionalInt waiting() {
                return waiting == 0 ? OptionalInt.empty() : OptionalInt.of(waiting);
            }
        };
        workshop = new TestWorkshop(policies -> {
            Policies limited = new Policies(
                    policies.budget(),
                    limits,
                    policies.lease(),
                    policies.poll(),
                    policies.maxAttempts(),
                    policies.refinementTimeout(),
                    policies.runTimeout(),
                    policies.workers(),
                    policies.standInsWhenFree(),
                    policies.refinementStages());
            return working ? limited : limited.withoutWorkers();
        });
        workshop.provider.edits((request, context) -> List.of(workshop.png(filled(RED))));
    }

    @Test
    void secondJobOfAUserIsAnsweredByTheRunningOneAndTakesNoQuota() {
        open(1, 10, false);
        Job running = submit().job().orElseThrow();

        RefineImage.Submission second = submit();

        assertThat(second).isEqualTo(new RefineImage.AlreadyActive(running));
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void endedJobMakesPlaceForTheNext() {
        open(1, 0, true);

        Job first = workshop.watch(submit().job().orElseThrow());

        assertThat(first.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(submit()).isInstanceOf(RefineImage.Accepted.class);
    }

    @Test
    void ofFiftySubmissionsAtOnceExactlyOneIsAccepted() {
        open(1, 0, false);

        List<RefineImage.Submission> answers = Crowd.of(50, this::submit);

        assertThat(answers).filteredOn(RefineImage.Accepted.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(RefineImage.AlreadyActive.class::isInstance)
                .hasSize(49);
    }

    @Test
    void ofSixtySubmissionsAgainstAQuotaOfTenExactlyTenAreAccepted() {
        open(0, 10, false);

        List<RefineImage.Submission> answers = Crowd.of(60, this::submit);

        assertThat(answers).filteredOn(RefineImage.Accepted.class::isInstance).hasSize(10);
        assertThat(answers)
                .filteredOn(RefineImage.QuotaExhausted.class::isInstance)
                .hasSize(50);
        assertThat(used()).isEqualTo(10);
    }

    @Test
    void ofFortySubmissionsAtOnceAsManyAreAcceptedAsMayWait() {
        open(0, 100, 7, false);
        workshop.fragile.gather(40, "areWaiting");

        List<RefineImage.Submission> answers = Crowd.of(40, this::submit);

        assertThat(answers).filteredOn(RefineImage.Accepted.class::isInstance).hasSize(7);
        assertThat(answers)
                .filteredOn(new RefineImage.QueueFull(7)::equals)
                .as("nothing is taken from them")
                .hasSize(33);
        assertThat(used()).isEqualTo(7);
        assertThat(workshop.records.<List<Job>>read(reader -> reader.latestJobs(UserId.LOCAL, 100)))
                .hasSize(7);
    }

    @Test
    void jobThatIsTakenBackMakesRoomForAnother() {
        open(0, 0, 1, false);
        Job waiting = submit().job().orElseThrow();
        assertThat(submit()).isInstanceOf(RefineImage.QueueFull.class);

        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, waiting.id()));

        assertThat(submit()).isInstanceOf(RefineImage.Accepted.class);
    }

    @Test
    void jobThatIsRetriedNeedsRoomAsWell() {
        open(0, 0, 1, false);
        Job canceled = submit().job().orElseThrow();
        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, canceled.id()));
        submit();

        RetryJob.Outcome outcome =
                workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, canceled.id(), false));

        assertThat(outcome).isEqualTo(new RetryJob.Submitted(new RefineImage.QueueFull(1)));
    }

    @Test
    void quotaBeginsAnewWithTheCalendarMonthInUtc() {
        open(0, 1, false);
        submit();
        RefineImage.QuotaExhausted exhausted = (RefineImage.QuotaExhausted) submit();

        workshop.clock.advance(
                Duration.between(workshop.clock.instant(), exhausted.quota().resetAt()));

        assertThat(submit()).isInstanceOf(RefineImage.Accepted.class);
    }

    @Test
    void failureThatCostNothingGivesTheQuotaBack() {
        open(0, 10, true);
        workshop.provider.edits((request, context) -> {
            throw new ProviderFailure.InvalidRequest("bad");
        });

        workshop.watch(submit().job().orElseThrow());

        assertThat(used()).isZero();
    }

    @Test
    void failureThatMayHaveBeenPaidKeepsTheQuota() {
        open(0, 10, true);
        workshop.provider.edits((request, context) -> {
            throw new ProviderFailure.OutcomeUnknown("the line went dead", null);
        });

        workshop.watch(submit().job().orElseThrow());

        assertThat(used()).isEqualTo(1);
    }

    @Test
    void jobThatKeptItsShareIsRetriedAlthoughTheQuotaIsUsedUp() {
        open(0, 1, true);
        workshop.provider.edits((request, context) -> {
            throw new ProviderFailure.OutcomeUnknown("the line went dead", null);
        });
        Job job = workshop.watch(submit().job().orElseThrow());

        assertThat(retry(job)).isInstanceOf(RefineImage.Accepted.class);
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void jobThatGaveItsShareBackIsNotRetriedWhenOthersUsedTheQuotaUp() {
        open(0, 1, false);
        Job job = submit().job().orElseThrow();
        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));
        submit();

        assertThat(retry(job)).isInstanceOf(RefineImage.QuotaExhausted.class);
        assertThat(used()).isEqualTo(1);
    }

    private RefineImage.Submission retry(Job job) {
        RetryJob.Outcome outcome =
                workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, job.id(), true));
        return ((RetryJob.Submitted) outcome).submission();
    }

    @Test
    void cancellingAWaitingJobGivesQuotaAndPlaceBack() {
        open(1, 10, false);
        Job job = submit().job().orElseThrow();

        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        assertThat(used()).isZero();
        assertThat(submit()).isInstanceOf(RefineImage.Accepted.class);
    }

    @Test
    void slotIsFreeAgainWithinASecondOfCancellingARunningJob() throws InterruptedException {
        open(1, 0, true);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        workshop.provider.edits((request, context) -> {
            context.onCancel(aborted::countDown);
            asked.countDown();
            await(aborted);
            throw new ProviderFailure.Canceled("aborted");
        });
        Job job = submit().job().orElseThrow();
        await(asked);

        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        await(aborted);
        assertThat(submit()).isInstanceOf(RefineImage.Accepted.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private RefineImage.Submission submit() {
        return workshop.useCases.refineImage().handle(RefineImage.Command.of(workshop.upload(GREY), prompt()));
    }

    private int used() {
        return workshop.records.read(
                records -> records.used(Quota.at(UserId.LOCAL, WorkKind.REFINE, workshop.clock.instant())));
    }
}
