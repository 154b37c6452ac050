package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.testkit.Crowd;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Several ask for the same job once more at the same moment. */
@Timeout(60)
class RetryTest {
    private static final int MANY = 12;

    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    /** The work of the one who succeeds is held up until all have asked. */
    @RepeatedTest(10)
    void ofManyWhoRetryAJobAtOnceExactlyOneDoesAndTheOthersAreToldHowItIs() {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        workshop.provider.edits((request, context) -> {
            if (calls.incrementAndGet() == 1) {
                throw new ProviderFailure.Refused("not today");
            }
            Crowd.await(asked);
            return List.of(workshop.png(filled(GREY)));
        });
        Job failed = workshop.refine(RefineImage.Command.of(workshop.upload(GREY), prompt()));

        List<RetryJob.Outcome> outcomes = Crowd.of(MANY, () -> retry(failed));
        asked.countDown();

        assertThat(outcomes).filteredOn(RetryJob.Submitted.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(RetryJob.NothingToRetry.class::isInstance)
                .hasSize(MANY - 1)
                .allSatisfy(outcome -> assertThat(
                                ((RetryJob.NothingToRetry) outcome).job().status())
                        .isIn(JobStatus.PENDING, JobStatus.PROCESSING));
        assertThat(workshop.watch(failed).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(calls).hasValue(2);
    }

    private RetryJob.Outcome retry(Job job) {
        return workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, job.id(), false));
    }
}
