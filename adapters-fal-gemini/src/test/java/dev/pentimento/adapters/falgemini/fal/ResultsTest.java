package dev.pentimento.adapters.falgemini.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of results. */
@Timeout(120)
class ResultsTest {
    private final FalStub fal = FalStub.open();

    @AfterEach
    void close() {
        fal.close();
    }

    private MadeImages made() {
        try (Provider provider = fal.provider()) {
            return provider.editor().orElseThrow().edit(Wishes.edit(), TestCallContext.calm());
        }
    }

    private <T extends ProviderFailure> T failure(Class<T> kind) {
        return catchThrowableOfType(kind, this::made);
    }

    @Test
    void imagesComeInTheirOrder() {
        fal.hosts("/files/b.png", Wishes.BLUE.bytes());
        fal.delivers(fal.images("/files/b.png", "/files/a.png"));

        assertThat(made().images()).containsExactly(Wishes.BLUE, Wishes.RED);
    }

    /** fal calls it a jpeg whatever it is. */
    @Test
    void typeOfAnImageIsReadFromItsBytes() {
        assertThat(made().images()).extracting(EncodedImage::mediaType).containsExactly(MediaType.PNG);
    }

    @Test
    void imagesMayComeWithinTheAnswer() {
        fal.delivers(fal.images(Wishes.dataUri(Wishes.BLUE)));

        assertThat(made().images()).containsExactly(Wishes.BLUE);
        assertThat(fal.journal()).noneMatch(request -> request.startsWith("GET /files/"));
    }

    /** As the API pages of fast-lightning-sdxl, flux/dev/image-to-image and nano-banana/edit show them; only the address is ours. */
    @ParameterizedTest
    @ValueSource(strings = {"""
                {"images": [{"url": "%s", "width": 1024, "height": 1024, "content_type": "image/jpeg"}], \
                "timings": {"inference": 0.12}, "seed": 11398276378, "has_nsfw_concepts": [false], \
                "prompt": "photo of a girl smiling during a sunset, with lightnings in the background"}""", """
                {"images": [{"url": "%s", "content_type": "image/jpeg"}], "prompt": "", "timings": null, "seed": 0, \
                "has_nsfw_concepts": []}""", """
                {"images": [{"file_name": "nano-banana-multi-edit-output.png", "content_type": "image/png", "url": "%s", \
                "file_size": null, "width": null, "height": null}], "description": "Sure, here it is."}"""})
    void documentedResultsAreUnderstood(String result) {
        fal.delivers(result.formatted(fal.at("/files/a.png")));

        assertThat(made().images()).containsExactly(Wishes.RED);
    }

    @Test
    void someEndpointsDeliverOneImageByItself() {
        fal.delivers("{\"image\": {\"url\": \"%s\"}, \"seed\": 7}".formatted(fal.at("/files/a.png")));

        assertThat(made().images()).containsExactly(Wishes.RED);
    }

    @Test
    void reportSaysWhatWasAskedOfWhom() {
        ProviderReport report = made().report();

        assertThat(report.provider()).isEqualTo("fal");
        assertThat(report.model()).isEqualTo(FalStub.EDIT);
        assertThat(report.promptSent()).contains(Wishes.PROMPT);
        assertThat(report.requestId()).isEqualTo(FalStub.REQUEST);
        assertThat(report.byTrainedModel()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 30000", "0.5, 500, 15000", "1.0486, 1049, 31470", "12, 12000, 360000", "0, 0, 0"})
    void billedUnitsArePricedByTheCatalogue(String units, long thousandths, long microUsd) {
        fal.results(FalStub.json(200, fal.images("/files/a.png")).withHeader("x-fal-billable-units", units));

        ProviderReport report = made().report();

        assertThat(report.usage()).isEqualTo(new Usage(Map.of(PriceUnit.BILLABLE_MILLIUNIT, thousandths)));
        assertThat(report.cost()).isEqualTo(Cost.reported(microUsd));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "free", "-1", "1e9", "NaN", "1,5", "99999999999"})
    void unitsThatAreNoNumberLeaveTheCostUnknown(String units) {
        fal.results(FalStub.json(200, fal.images("/files/a.png")).withHeader("x-fal-billable-units", units));

        ProviderReport report = made().report();

        assertThat(report.usage()).isEqualTo(Usage.UNKNOWN);
        assertThat(report.cost()).isEqualTo(Cost.unknown());
    }

    @Test
    void withoutUnitsTheCostIsUnknown() {
        assertThat(made().report().cost()).isEqualTo(Cost.unknown());
    }

    @Test
    void imagesThatAreHeldBackAreARefusal() {
        fal.delivers(
                "{\"images\": [{\"url\": \"%s\"}], \"has_nsfw_concepts\": [true]}".formatted(fal.at("/files/a.png")));

        assertThat(failure(ProviderFailure.Refused.class)).hasMessageContaining("safety checker");
        assertThat(fal.journal()).noneMatch(request -> request.startsWith("GET /files/"));
    }

    @Test
    void imagesThatAreHeldBackCostWhatFalBillsForThem() {
        fal.results(FalStub.json(200, "{\"images\": [{\"url\": \"x\"}], \"has_nsfw_concepts\": [true]}")
                .withHeader("x-fal-billable-units", "2"));
        assertThat(failure(ProviderFailure.Refused.class).cost().microUsd()).isPresent();
    }

    @Test
    void imagesThatPassTheSafetyCheckerAreKept() {
        fal.hosts("/files/b.png", Wishes.BLUE.bytes());
        String image = "{\"url\": \"%s\"}";
        fal.delivers("{\"images\": [%s, %s], \"has_nsfw_concepts\": [true, false]}"
                .formatted(image.formatted(fal.at("/files/a.png")), image.formatted(fal.at("/files/b.png"))));

        assertThat(made().images()).containsExactly(Wishes.BLUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"images\": []}",
                "{\"images\": null, \"has_nsfw_concepts\": null}",
                "{\"images\": [null, 7, {}, {\"url\": null}]}",
                "{\"images\": [{\"url\": \"data:image/png;base64,####\"}]}",
                "{\"images\": [{\"url\": \"data:text/plain;base64,aGVsbG8=\"}]}",
                "{\"images\": [{\"url\": \"not a URL\"}]}",
                "{\"text\": \"I am a language model\"}",
                "[]",
                "<html>"
            })
    void resultWithoutAnImageIsPaidAndKept(String body) {
        fal.results(FalStub.json(200, body).withHeader("x-fal-billable-units", "2"));

        ProviderFailure.Unintelligible failure = failure(ProviderFailure.Unintelligible.class);

        assertThat(failure.answer()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(failure).hasMessageContaining(FalStub.REQUEST);
    }

    @Test
    void whatItCostIsKnownOfAnUnusableResultToo() {
        fal.results(FalStub.json(200, "{}").withHeader("x-fal-billable-units", "2"));

        assertThat(failure(ProviderFailure.Unintelligible.class).cost()).isEqualTo(Cost.reported(60_000));
    }

    @Test
    void fileThatIsNoImageIsNoResult() {
        fal.hosts("/files/a.png", "<html>expired</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(failure(ProviderFailure.Unintelligible.class)).hasMessageContaining("no image");
    }

    @Test
    void fileThatIsNoImageDoesNotSpoilTheOthers() {
        fal.hosts("/files/b.png", "oops".getBytes(StandardCharsets.UTF_8));
        fal.delivers(fal.images("/files/b.png", "/files/a.png"));

        assertThat(made().images()).containsExactly(Wishes.RED);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_STATUS", "UNREACHABLE", "TIMED_OUT", "BROKEN_ANSWER"})
    void whatCannotBeFetchedNowMayBeFetchedLater(FetchFailure.Reason reason) {
        assertThat(failureToFetch(reason)).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_URL", "NOT_ALLOWED", "NOT_FOUND", "TOO_LARGE", "TOO_MANY_REDIRECTS"})
    void whatCannotBeFetchedEverIsPaidAllTheSame(FetchFailure.Reason reason) {
        assertThat(failureToFetch(reason)).isInstanceOf(ProviderFailure.Unintelligible.class);
    }

    @Test
    void everyReasonIsOneOrTheOther() {
        assertThat(FetchFailure.Reason.values()).hasSize(9);
    }

    private ProviderFailure failureToFetch(FetchFailure.Reason reason) {
        ImageSource broken = (url, context) -> {
            throw new FetchFailure(reason, "no luck");
        };
        try (Provider provider = fal.provider(broken)) {
            ProviderFailure failure = catchThrowableOfType(
                    ProviderFailure.class,
                    () -> provider.editor().orElseThrow().edit(Wishes.edit(), TestCallContext.calm()));
            assertThat(failure).hasMessageContaining("no luck");
            return failure;
        }
    }

    /** A picture as large as the largest that fal makes, within the answer. */
    @Test
    void imagesWithinTheAnswerMayBeLarge() {
        EncodedImage large = Wishes.large();
        fal.delivers(fal.images(Wishes.dataUri(large)));

        assertThat(made().images()).containsExactly(large);
    }
}
