package dev.pentimento.adapters.falgemini.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One order, and as many looks as it takes. */
@Timeout(120)
class QueueTest {
    private final FalStub fal = FalStub.open();
    private final Provider provider = fal.provider();
    private final ImageEditor editor = provider.editor().orElseThrow();
    private final TestCallContext context = TestCallContext.calm();

    @AfterEach
    void close() {
        provider.close();
        fal.close();
    }

    @Test
    void submitsOnceAndLooksUntilItIsDone() {
        fal.states(
                FalStub.json(202, "{\"status\": \"IN_QUEUE\", \"queue_position\": 3}"),
                FalStub.json(202, "{\"status\": \"IN_QUEUE\", \"queue_position\": 3}"),
                FalStub.json(202, "{\"status\": \"IN_PROGRESS\"}"),
                FalStub.completed());

        MadeImages made = editor.edit(Wishes.edit(), context);

        assertThat(made.images()).containsExactly(Wishes.RED);
        String request = "/fal-ai/app/requests/" + FalStub.REQUEST;
        assertThat(fal.journal())
                .containsExactly(
                        "POST /fal-ai/flux/dev/image-to-image",
                        "GET " + request + "/status?logs=1",
                        "GET " + request + "/status?logs=1",
                        "GET " + request + "/status?logs=1",
                        "GET " + request + "/status?logs=1",
                        "GET " + request,
                        "GET /files/a.png");
        assertThat(told()).containsExactly("position 3 in the queue of fal", "fal is at work", "fetching image 1 of 1");
    }

    @Test
    void keyGoesToTheQueueAndNotToTheHostOfTheResults() {
        editor.edit(Wishes.edit(), context);

        assertThat(fal.requests())
                .allSatisfy(request -> assertThat(request.getHeader("Authorization"))
                        .isEqualTo(request.getUrl().startsWith("/files/") ? null : "Key " + FalStub.KEY));
    }

    @Test
    void everyLogLineIsPassedOnOnce() {
        fal.states(
                progress("{\"message\": \"50%\", \"level\": \"INFO\", \"source\": \"USER\", \"timestamp\": \"t\"}"),
                progress("{\"message\": \"50%\", \"level\": \"INFO\"}, {\"message\": \"100%\", \"labels\": {}}"),
                FalStub.completed());

        editor.edit(Wishes.edit(), context);

        assertThat(told()).containsExactly("50%", "100%", "fetching image 1 of 1");
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder progress(String logs) {
        return FalStub.json(202, "{\"status\": \"IN_PROGRESS\", \"logs\": [%s]}".formatted(logs));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"IN_PROGRESS\", \"logs\": null}",
                "{\"status\": \"IN_PROGRESS\", \"logs\": \"none\"}",
                "{\"status\": \"IN_PROGRESS\", \"logs\": [null, 7, [], {}, {\"message\": null}]}",
                "{\"status\": \"IN_QUEUE\", \"queue_position\": null}",
                "{\"status\": \"WARMING_UP\", \"since\": {}}"
            })
    void statesOfOtherFormsArePassedOver(String state) {
        fal.states(FalStub.json(202, state), FalStub.completed());

        assertThat(editor.edit(Wishes.edit(), context).images()).hasSize(1);
    }

    @Test
    void logsHideTheKeyAndStayOnOneLine() {
        fal.states(progress("{\"message\": \"using %s\\nnow\"}".formatted(FalStub.KEY)), FalStub.completed());

        editor.edit(Wishes.edit(), context);

        assertThat(told()).contains("using *** now");
    }

    @Test
    void handleIsToldBeforeAnythingIsAskedFor() {
        assertThatThrownBy(() -> editor.edit(Wishes.edit(), TestCallContext.ofALostJob()))
                .isInstanceOf(ProviderFailure.Canceled.class);

        assertThat(fal.journal()).containsExactly("POST /fal-ai/flux/dev/image-to-image");
    }

    @Test
    void handleHoldsWhatFalNamed() {
        editor.edit(Wishes.edit(), context);

        RemoteHandle handle = context.acceptedHandles().get(0);
        String request = fal.at("/fal-ai/app/requests/" + FalStub.REQUEST);
        assertThat(handle.requestId()).isEqualTo(FalStub.REQUEST);
        assertThat(handle.details())
                .containsEntry("status_url", request + "/status")
                .containsEntry("response_url", request)
                .containsEntry("cancel_url", request + "/cancel")
                .containsEntry("endpoint", FalStub.EDIT);
        assertThat(handle.details().values()).noneMatch(value -> value.contains(FalStub.KEY));
    }

    @Test
    void anotherProcessTakesItUpWithoutASecondOrder() {
        fal.states(FalStub.json(500, "{}"));
        assertThatThrownBy(() -> editor.edit(Wishes.edit(), context)).isInstanceOf(ProviderFailure.Unavailable.class);
        provider.close();
        fal.states(FalStub.json(202, "{\"status\": \"IN_PROGRESS\"}"), FalStub.completed());

        MadeImages made = resumed(context.acceptedHandles().get(0));

        assertThat(made.images()).containsExactly(Wishes.RED);
        assertThat(made.report().model()).isEqualTo(FalStub.EDIT);
        assertThat(made.report().promptSent()).contains(Wishes.PROMPT);
        assertThat(made.report().requestId()).isEqualTo(FalStub.REQUEST);
        assertThat(fal.submitted()).hasSize(1);
    }

    private MadeImages resumed(RemoteHandle handle) {
        try (Provider other = fal.provider()) {
            return other.editor().flatMap(ImageEditor::resumption).orElseThrow().resume(handle, TestCallContext.calm());
        }
    }

    @Test
    void resultMayBeTakenUpAsOftenAsOneLikes() {
        editor.edit(Wishes.edit(), context);

        assertThat(resumed(context.acceptedHandles().get(0)).images())
                .isEqualTo(resumed(context.acceptedHandles().get(0)).images());
        assertThat(fal.submitted()).hasSize(1);
    }

    @Test
    void handleWithoutAddressesIsLookedForWhereTheyUsuallyAre() {
        MadeImages made = resumed(new RemoteHandle(FalStub.REQUEST, Map.of("endpoint", FalStub.EDIT)));

        assertThat(made.images()).hasSize(1);
        assertThat(fal.journal()).startsWith("GET /fal-ai/flux/requests/%s/status?logs=1".formatted(FalStub.REQUEST));
    }

    @Test
    void addressesOfTheOfficialQueueAreAskedForWhereOursIs() {
        String official = "https://queue.fal.run/fal-ai/flux/requests/" + FalStub.REQUEST;
        fal.submissions(FalStub.json(
                200, "{\"request_id\": \"%s\", \"status_url\": \"%s/status\"}".formatted(FalStub.REQUEST, official)));

        editor.edit(Wishes.edit(), context);

        assertThat(fal.journal()).contains("GET /fal-ai/flux/requests/%s/status?logs=1".formatted(FalStub.REQUEST));
    }

    @Test
    void keyIsNotCarriedToAnAddressElsewhere() {
        try (FalStub stranger = FalStub.open()) {
            fal.submissions(FalStub.json(200, stranger.receipt()));

            editor.edit(Wishes.edit(), context);

            assertThat(stranger.journal()).isEmpty();
            assertThat(fal.journal()).contains("GET /fal-ai/flux/requests/" + FalStub.REQUEST);
        }
    }

    @Test
    void timeThatIsUpDoesNotLoseTheRequest() {
        fal.states(FalStub.json(202, "{\"status\": \"IN_PROGRESS\"}"));
        TestCallContext hurried = TestCallContext.withDeadline(Instant.now().plusSeconds(2));

        assertThatThrownBy(() -> editor.edit(Wishes.edit(), hurried)).isInstanceOf(ProviderFailure.Unavailable.class);

        fal.states(FalStub.completed());
        assertThat(resumed(hurried.acceptedHandles().get(0)).images()).hasSize(1);
        assertThat(fal.submitted()).hasSize(1);
    }

    @Test
    void someAnswersNameTheRequestInAHeaderAndSomeDoNot() {
        fal.submissions(FalStub.json(200, fal.receipt()).withHeader("x-fal-request-id", FalStub.REQUEST));
        fal.results(FalStub.json(200, fal.images("/files/a.png")));

        assertThat(editor.edit(Wishes.edit(), context).images()).hasSize(1);
    }

    private List<String> told() {
        return context.told().stream().map(TestCallContext.Progress::message).toList();
    }
}
