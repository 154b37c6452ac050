package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.testkit.Crowd;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several images in one answer. */
@Timeout(60)
class CandidatesTest {
    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void oneThatIsNoImageLosesNothingOfTheOthersInItsAnswer() {
        workshop.provider.edits((request, context) -> List.of(red(), cutOff(), red()));

        Job job = refine(3);

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.completed().orElseThrow().versions()).hasSize(2);
        assertThat(calls(job)).extracting(ProviderCall::status).containsExactly(CallStatus.DONE);
        assertThat(told(job)).anyMatch(message -> message.startsWith("A candidate failed: "));
    }

    @Test
    void answerInWhichNoneIsAnImageIsPaidAndOfNoUse() {
        workshop.provider.edits((request, context) -> List.of(cutOff(), cutOff()));

        Job job = refine(2);

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
    }

    @Test
    void oneThatMeetsAnErrorOfTheMachineLosesNothingOfTheOthers() {
        workshop.provider.makesAtMost(1);
        AtomicInteger asked = new AtomicInteger();
        workshop.provider.edits((request, context) -> {
            if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("as this test wants it");
            }
            return List.of(red());
        });

        Job job = refine(3);

        assertThat(job.completed().orElseThrow().versions()).hasSize(2);
        assertThat(calls(job))
                .extracting(ProviderCall::status)
                .containsExactlyInAnyOrder(CallStatus.OUTCOME_UNKNOWN, CallStatus.DONE, CallStatus.DONE);
    }

    @Test
    void whereNoneEscapesWantOfMemoryThatIsSaid() {
        workshop.provider.makesAtMost(1);
        workshop.provider.edits((request, context) -> {
            throw new OutOfMemoryError("as this test wants it");
        });

        Job job = refine(2);

        assertThat(job.failed().orElseThrow().message()).contains("need more memory");
    }

    @Test
    void oneThatCannotBeAbortedKeepsNoOtherFromIt() {
        workshop.provider.makesAtMost(1);
        CountDownLatch asked = new CountDownLatch(3);
        CountDownLatch aborted = new CountDownLatch(3);
        workshop.provider.edits((request, context) -> {
            context.onCancel(() -> {
                aborted.countDown();
                throw new IllegalStateException("as this test wants it");
            });
            asked.countDown();
            Crowd.await(aborted);
            throw new ProviderFailure.Canceled("aborted");
        });
        Job job = workshop.submit(TestWorkshop.asking(3, RefineImage.Command.of(workshop.upload(GREY), prompt())));
        Crowd.await(asked);

        Job after = workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        assertThat(after.status()).isEqualTo(JobStatus.CANCELED);
        Crowd.await(aborted);
    }

    @Test
    void moreThanWereAskedForBecomeNoVersions() {
        workshop.provider.edits((request, context) -> List.of(red(), red(), red()));

        Job job = refine(1);

        assertThat(job.completed().orElseThrow().versions()).hasSize(1);
        assertThat(calls(job).get(0).delivery().orElseThrow().images()).hasSize(3);
        assertThat(told(job)).anyMatch(message -> message.contains("delivered 3 images where 1 was asked for"));
    }

    private EncodedImage red() {
        return workshop.png(filled(RED));
    }

    /** It begins like a PNG. */
    private EncodedImage cutOff() {
        byte[] whole = red().bytes();
        return EncodedImage.sniff(Arrays.copyOf(whole, 40)).orElseThrow();
    }

    private Job refine(int candidates) {
        return workshop.refine(
                TestWorkshop.asking(candidates, RefineImage.Command.of(workshop.upload(GREY), prompt())));
    }

    private List<ProviderCall> calls(Job job) {
        return workshop.records.read(records -> records.calls(job.id()));
    }

    private List<String> told(Job job) {
        return workshop.records.read(records -> records.events(job.id(), 0, 1000)).stream()
                .map(recorded -> recorded.event())
                .filter(event -> event.kind() == JobEvent.Kind.PROGRESSED)
                .map(JobEvent::message)
                .toList();
    }
}
