package dev.pentimento.adapters.falgemini.fal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.TestCallContext;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a request that is not wanted any more. The pauses are so long that nobody gets through one who waits for its end. */
@Timeout(60)
class CancelTest {
    private final FalStub fal = FalStub.open().with("poll-interval", "PT10M");
    private final Provider provider = fal.provider();
    private final ImageEditor editor = provider.editor().orElseThrow();

    CancelTest() {
        fal.states(FalStub.json(202, "{\"status\": \"IN_PROGRESS\"}"));
    }

    @AfterEach
    void close() {
        provider.close();
        fal.close();
    }

    @Test
    void falIsToldToStop() {
        fal.cancellations(FalStub.json(202, "{\"status\": \"CANCELLATION_REQUESTED\"}"));

        assertThatThrownBy(this::canceledEdit).isInstanceOf(ProviderFailure.Canceled.class);

        assertThat(fal.journal())
                .endsWith("PUT /fal-ai/app/requests/%s/cancel".formatted(FalStub.REQUEST))
                .hasSize(3);
    }

    private MadeImages canceledEdit() {
        return editor.edit(Wishes.edit(), TestCallContext.canceledAfterProgress(1));
    }

    @Test
    void whatFalHasFinishedAlreadyIsPaidAndTaken() {
        fal.cancellations(FalStub.json(400, "{\"status\": \"ALREADY_COMPLETED\"}"));

        assertThat(canceledEdit().images()).containsExactly(Wishes.RED);
        assertThat(fal.submitted()).hasSize(1);
    }

    static Stream<ResponseDefinitionBuilder> whateverElse() {
        return Stream.of(
                FalStub.json(404, "{\"status\": \"NOT_FOUND\"}"),
                FalStub.json(200, "{}"),
                FalStub.json(500, "<html>"),
                aResponse().withFault(Fault.EMPTY_RESPONSE));
    }

    @ParameterizedTest
    @MethodSource("whateverElse")
    void callIsCanceledWhateverFalAnswers(ResponseDefinitionBuilder answer) {
        fal.cancellations(answer);

        assertThatThrownBy(this::canceledEdit).isInstanceOf(ProviderFailure.Canceled.class);
    }

    @Test
    void resultThatCannotBeHadInTheEndIsNoFailureOfTheCancelling() {
        fal.cancellations(FalStub.json(400, "{\"status\": \"ALREADY_COMPLETED\"}"));
        fal.results(FalStub.json(500, "{}"));

        assertThatThrownBy(this::canceledEdit).isInstanceOf(ProviderFailure.Canceled.class);
    }

    @Test
    void requestThatIsLeftToOthersGoesOn() {
        TestCallContext context = TestCallContext.calm();
        try (Provider hasty = fal.with("poll-interval", "PT0.01S").provider()) {
            ImageEditor editorOfHasty = hasty.editor().orElseThrow();
            CompletableFuture<MadeImages> call =
                    CompletableFuture.supplyAsync(() -> editorOfHasty.edit(Wishes.edit(), context));
            Patience.await(() -> !context.told().isEmpty());

            context.leaveToOthers();

            assertThatThrownBy(call::join).hasCauseInstanceOf(ProviderFailure.Canceled.class);
        }
        assertThat(fal.journal()).noneMatch(request -> request.startsWith("PUT"));
    }

    @Test
    void canceledBeforehandNothingIsSent() {
        assertThatThrownBy(() -> editor.edit(Wishes.edit(), TestCallContext.canceled()))
                .isInstanceOf(ProviderFailure.Canceled.class);

        assertThat(fal.journal()).isEmpty();
    }

    @Test
    void canceledWhileAPictureIsUploadedNothingIsOrdered() {
        fal.storesAt(fal.at("/store/1"), fal.at("/files/base.png"));

        assertThatThrownBy(() -> editor.edit(Wishes.editOf(Wishes.large()), TestCallContext.canceledAfterProgress(1)))
                .isInstanceOf(ProviderFailure.Canceled.class);

        assertThat(fal.submitted()).isEmpty();
    }
}
