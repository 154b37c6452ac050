package dev.pentimento.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.TestCallContext;
import dev.pentimento.testkit.TestCallContext.Progress;
import dev.pentimento.testkit.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that come as events. */
class PartialImagesTest {
    private static final Map<String, String> TWO = Map.of("partial-images", "2");
    private static final String EDIT = "image_edit";
    private static final EncodedImage BLUR = grey(0xff808080);
    private static final EncodedImage SKETCH = grey(0xff404040);

    private final TestCallContext context = TestCallContext.calm();

    @RegisterExtension
    final StandIn openai = new StandIn();

    private static EncodedImage grey(int argb) {
        return EditorPictures.png(Raster.generate(new ImageSize(8, 8), (x, y) -> argb));
    }

    @Test
    void unfinishedPicturesOfAnEditAreShown() {
        openai.answers(Answers.events(
                        Answers.partial(EDIT, 0, BLUR),
                        Answers.event("image_edit.heartbeat", "{\"type\": \"image_edit.heartbeat\"}"),
                        Answers.partial(EDIT, 1, SKETCH),
                        Answers.completed(EDIT, Requests.PICTURE))
                .withHeader("x-request-id", Answers.REQUEST_ID));

        MadeImages made = edit();

        assertThat(context.partialImages()).containsExactly(BLUR, SKETCH);
        assertThat(context.told())
                .containsExactly(
                        new Progress(1 / 3.0, "unfinished picture 1 of 2"),
                        new Progress(2 / 3.0, "unfinished picture 2 of 2"));
        assertThat(made.images()).containsExactly(Requests.PICTURE);
        assertThat(made.report().cost()).isEqualTo(Cost.reported(35_100));
        assertThat(made.report().requestId()).isEqualTo(Answers.REQUEST_ID);
        assertThat(openai.form())
                .filteredOn(part -> List.of("stream", "partial_images").contains(part.name()))
                .extracting(FormPart::text)
                .containsExactlyInAnyOrder("true", "2");
    }

    @Test
    void unfinishedPicturesOfAGenerationAreShown() {
        openai.answers(Answers.events(
                Answers.partial("image_generation", 0, BLUR), Answers.completed("image_generation", Requests.PICTURE)));

        MadeImages made = Offered.generator(openai.provider(TWO)).generate(Requests.generate(), context);

        assertThat(context.partialImages()).containsExactly(BLUR);
        assertThat(made.images()).containsExactly(Requests.PICTURE);
        assertThat(made.report().cost()).isEqualTo(Cost.reported(35_100));
        assertThat(openai.json().path("stream").booleanValue()).isTrue();
        assertThat(openai.json().path("partial_images").intValue()).isEqualTo(2);
    }

    @Test
    void severalCandidatesComeInOnePiece() {
        openai.answers(Answers.images(Requests.PICTURE, BLUR));

        MadeImages made = Offered.editor(openai.provider(TWO))
                .edit(Requests.edit(RefinementKind.PROMPT, 2, List.of(), null, null), context);

        assertThat(made.images()).containsExactly(Requests.PICTURE, BLUR);
        assertThat(openai.form()).extracting(FormPart::name).doesNotContain("stream", "partial_images");
    }

    @Test
    void serverThatKnowsNoEventsIsUnderstood() {
        openai.answers(Answers.images(Requests.PICTURE));

        assertThat(edit().images()).containsExactly(Requests.PICTURE);
    }

    @Test
    void errorInsteadOfEventsIsAnError() {
        openai.answers(Answers.error(429, "requests", "rate_limit_exceeded", "Slower"));

        assertThat(failure()).isInstanceOf(ProviderFailure.RateLimited.class);
    }

    @ParameterizedTest
    @CsvSource({
        "image_generation_user_error, moderation_blocked,   REFUSED",
        "invalid_request_error,       invalid_value,        INVALID_REQUEST",
        "requests,                    rate_limit_exceeded,  RATE_LIMITED",
        "insufficient_quota,          insufficient_quota,   QUOTA_EXHAUSTED",
        "server_error,                server_is_overloaded, OUTCOME_UNKNOWN",
        "server_error,                internal_error,       OUTCOME_UNKNOWN"
    })
    void errorAmongEventsIsAnErrorToo(String type, String code, FailureCode expected) {
        openai.answers(Answers.events(
                Answers.partial(EDIT, 0, BLUR),
                Answers.event(
                        "error",
                        "{\"type\": \"error\", "
                                + Answers.complaint(type, code, "So it is").substring(1))));

        assertThat(failure().code()).isEqualTo(expected);
        assertThat(context.partialImages()).containsExactly(BLUR);
    }

    @Test
    void answerThatEndsTooEarlyIsOfUnknownOutcome() {
        openai.answers(Answers.events(Answers.partial(EDIT, 0, BLUR)));

        assertThat(failure())
                .isInstanceOf(ProviderFailure.OutcomeUnknown.class)
                .hasMessageStartingWith("Provider 'openai' ended its answer before the picture was finished");
    }

    @Test
    void unusableEventIsKept() {
        String event = Answers.event("image_edit.completed", "{\"type\": \"image_edit.completed\", \"b64_json\": 7}");
        openai.answers(Answers.events(event));

        ProviderFailure.Unintelligible failure = (ProviderFailure.Unintelligible) failure();

        assertThat(new String(failure.answer(), StandardCharsets.UTF_8)).isEqualTo(event);
    }

    @Test
    void pictureThatIsNoneIsPaidForNothing() {
        openai.answers(Answers.events(
                Answers.completed(EDIT, Requests.PICTURE).replace(Answers.base64(Requests.PICTURE), "R0lG")));

        assertThat(((ProviderFailure.Unintelligible) failure()).cost()).isEqualTo(Cost.reported(35_100));
    }

    @Test
    void canceledCallStopsWatching() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        try (WebServer server = WebServer.open()) {
            server.with("/images/edits", visit -> {
                visit.head(200, "OK", "Content-Type: text/event-stream");
                visit.say("\r\n" + Answers.partial(EDIT, 0, BLUR));
                visit.fallSilent();
                gone.countDown();
            });
            CompletableFuture<Void> canceled = CompletableFuture.runAsync(() -> {
                context.awaitPartialImages(1);
                context.cancel();
            });

            ProviderFailure failure = catchThrowableOfType(
                    ProviderFailure.class,
                    () -> Offered.editor(Offered.provider(server.at("").toString(), TWO))
                            .edit(Requests.edit(), context));

            assertThat(failure).isInstanceOf(ProviderFailure.Canceled.class);
            assertThat(canceled).succeedsWithin(Duration.ofSeconds(60));
            assertThat(gone.await(60, TimeUnit.SECONDS))
                    .as("the connection is closed")
                    .isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    private MadeImages edit() {
        return Offered.editor(openai.provider(TWO)).edit(Requests.edit(), context);
    }

    private ProviderFailure failure() {
        return catchThrowableOfType(ProviderFailure.class, this::edit);
    }
}
