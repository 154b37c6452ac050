package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.out.MadeImages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is booked for a request that was answered and brought nothing: what is not certainly free is not called so. */
@Timeout(60)
class BillTest {
    private static final RemoteHandle HANDLE = new RemoteHandle("request-7", Map.of());

    private final TestWorkshop workshop = new TestWorkshop();

    @BeforeEach
    void beAbleToResume() {
        workshop.clock.ticks(Duration.ofMillis(300));
        workshop.provider.canResume((handle, context) -> new MadeImages(List.of(red()), ScriptedProvider.REPORT));
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    static Stream<ProviderFailure> objections() {
        return Stream.of(
                new ProviderFailure.InvalidRequest("the picture could not be loaded"),
                new ProviderFailure.Refused("policy"),
                new ProviderFailure.ModelRetired("gone"));
    }

    @ParameterizedTest
    @MethodSource("objections")
    void objectionToARequestThatWasTakenOnMayBeOnTheBill(ProviderFailure objection) {
        failAfterAccepting(objection);

        Job job = refine();

        assertThat(failed(job).billing()).isEqualTo(Billing.UNKNOWN);
        assertThat(failed(job).cost()).isEqualTo(Cost.unknown());
        assertThat(job.failed().orElseThrow().message()).contains("may be charged");
        assertThat(retry(job)).isInstanceOf(RetryJob.MayBeChargedAgain.class);
    }

    @Test
    void refusalCostsWhatTheProviderSays() {
        workshop.provider.edits((request, context) -> {
            throw new ProviderFailure.Refused("policy", Cost.reported(70));
        });

        Job job = refine();

        assertThat(failed(job).billing()).isEqualTo(Billing.BILLED);
        assertThat(failed(job).cost()).isEqualTo(Cost.reported(70));
        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.REFUSED);
    }

    @Test
    void refusalOfWhichTheProviderDoesNotSayIsNoGift() {
        workshop.provider.edits((request, context) -> {
            throw new ProviderFailure.Refused("policy", Cost.unknown());
        });

        assertThat(failed(refine()).billing()).isEqualTo(Billing.UNKNOWN);
    }

    @Test
    void requestThatItsProviderHasForgottenIsAskedForNoMore() {
        failAfterAccepting(ProviderFailure.OutcomeUnknown.forgotten("no such request"));

        Job job = refine();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
        assertThat(calls(job)).extracting(ProviderCall::status).containsExactly(CallStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void requestThatItsProviderHasForgottenIsMadeAnewOnlyIfTheUserSaysSo() {
        failAfterAccepting(ProviderFailure.OutcomeUnknown.forgotten("no such request"));
        Job job = refine();
        assertThat(retry(job)).isInstanceOf(RetryJob.MayBeChargedAgain.class);
        workshop.provider.edits((request, context) -> List.of(red()));

        workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, job.id(), true));

        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(calls(job))
                .extracting(ProviderCall::status)
                .containsExactly(CallStatus.OUTCOME_UNKNOWN, CallStatus.DONE);
    }

    private void failAfterAccepting(ProviderFailure failure) {
        workshop.provider.edits((request, context) -> {
            context.accepted(HANDLE);
            throw failure;
        });
    }

    private Job refine() {
        return workshop.refine(RefineImage.Command.of(workshop.upload(GREY), prompt()));
    }

    private RetryJob.Outcome retry(Job job) {
        return workshop.useCases.retryJob().handle(new RetryJob.Command(UserId.LOCAL, job.id(), false));
    }

    private CallState.Failed failed(Job job) {
        assertThat(calls(job)).hasSize(1);
        return (CallState.Failed) calls(job).get(0).state();
    }

    private List<ProviderCall> calls(Job job) {
        return workshop.records.read(records -> records.calls(job.id()));
    }

    private EncodedImage red() {
        return workshop.png(filled(RED));
    }
}
