package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Answer.Verdict;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageCritic.Preference.Better;
import dev.pentimento.testkit.ImageCriticContract;
import dev.pentimento.testkit.TestCallContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCriticTest extends ImageCriticContract {
    private static final Raster LAKE = LakeScene.draw(new ImageSize(384, 288));

    @Override
    protected ImageCritic critic() {
        return new LocalCritic();
    }

    @ParameterizedTest
    @CsvSource({
        "brighter, darker, BRIGHT",
        "darker, brighter, DARK",
        "warmer, cooler, WARM",
        "warmer, cooler, COSY",
        "cooler, warmer, COOL",
        "more vivid, more muted, VIVID",
        "more muted, more vivid, MUTED",
        "more contrast, less contrast, CONTRASTY",
        "more contrast, less contrast, DRAMATIC",
        "less contrast, more contrast, SOFT",
        "blurred, sharper, BLURRED",
        "sharper, blurred, SHARP",
        "black and white, more vivid, MONOCHROME",
        "pastel, darker, PASTEL",
        "brighter, darker, CHEERFUL",
        "darker, brighter, GLOOMY"
    })
    void whatAnEditBringsIsSeen(String edit, String contrary, Trait trait) {
        double with = trait.degree(Measures.of(Judging.edited(LAKE, "make it very much " + edit)));
        double without = trait.degree(Measures.of(Judging.edited(LAKE, "make it very much " + contrary)));

        assertThat(with).isGreaterThan(without).isNotNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0xfff4f4f4, Is the picture bright?, YES",
        "0xfff4f4f4, Is the picture dark?, NO",
        "0xff151515, Is the picture dark?, YES",
        "0xff151515, Is the picture not dark?, NO",
        "0xffd02020, Is red clearly seen in the picture?, YES",
        "0xff2040c0, Is red clearly seen in the picture?, NO",
        "0xff2040c0, Is the picture free of red?, YES",
        "0xffd02020, Is the picture free of red?, NO",
        "0xffd02020, Is the picture warm?, YES",
        "0xff2040c0, Is the picture warm?, NO"
    })
    void plainColoursAreToldForSure(String argb, String question, Verdict verdict) {
        Raster plain =
                Raster.generate(new ImageSize(64, 64), (x, y) -> Integer.parseUnsignedInt(argb.substring(2), 16));

        assertThat(Judging.verdict(plain, CheckKind.ATTRIBUTE, question)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Is there a teapot?", "Is there an old lighthouse keeper?", "Are there people?"})
    void thingsThatNoFigureTellsAreUnsure(String question) {
        assertThat(Judging.verdict(LAKE, CheckKind.OBJECT, question)).isEqualTo(Verdict.UNSURE);
    }

    @ParameterizedTest
    @EnumSource(
            value = CheckKind.class,
            names = {"OBJECT", "COUNT", "RELATION", "ACTION"})
    void aThingThatIsNotFoundIsUnsureAndNeverMissing(CheckKind kind) {
        assertThat(Judging.verdict(LAKE, kind, "Is the cat under the cup?")).isEqualTo(Verdict.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Is the style of the picture a soft watercolour?", "Is the mood bright and mathematical?"})
    void aYesThatAlsoAsksForWhatWasNotMeasuredIsUnsure(String question) {
        Raster bright = Raster.generate(new ImageSize(64, 64), (x, y) -> 0xfff4f4f4);

        Answer answer = Judging.answer(bright, CheckKind.STYLE, question);

        assertThat(answer.verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(answer.evidence()).contains("was not measured");
    }

    @Test
    void whatIsSaidOfAPartIsNotToldByTheWhole() {
        Raster bright = Raster.generate(new ImageSize(64, 64), (x, y) -> 0xfff4f4f4);

        assertThat(Judging.verdict(bright, CheckKind.ATTRIBUTE, "Is the lamp bright?"))
                .isEqualTo(Verdict.UNSURE);
        assertThat(Judging.verdict(bright, CheckKind.ATTRIBUTE, "Is the picture bright?"))
                .isEqualTo(Verdict.YES);
    }

    @Test
    void aColourThatIsNowhereIsNotOnTheThingEither() {
        Raster blue = Raster.generate(new ImageSize(64, 64), (x, y) -> 0xff2040c0);

        assertThat(Judging.verdict(blue, CheckKind.ATTRIBUTE, "Is the ball red?"))
                .isEqualTo(Verdict.NO);
        assertThat(Judging.verdict(blue, CheckKind.ATTRIBUTE, "Is the ball blue?"))
                .isEqualTo(Verdict.UNSURE);
    }

    @ParameterizedTest
    @CsvSource({
        "cup, POSTER, FLAT",
        "boat, SCENE, FLAT",
        "fox, SCENE, FLAT",
        "bird, STACKED, STENCIL",
        "house, BADGE, LINE",
        "bicycle, SCENE, LINE",
        "heart, STACKED, FLAT",
        "camera, POSTER, STENCIL"
    })
    void theEnginesOwnMotifsAreFoundAndOthersAreNot(String motif, Composition composition, Treatment treatment) {
        Raster picture = Judging.drawn(motif, composition, treatment);

        assertThat(Judging.answer(picture, CheckKind.OBJECT, "Is there a " + motif + "?"))
                .satisfies(answer -> assertThat(answer.evidence()).contains(motif))
                .extracting(Answer::verdict)
                .isEqualTo(Verdict.YES);
        assertThat(Judging.verdict(picture, CheckKind.OBJECT, "Is there a crown?"))
                .isEqualTo(Verdict.UNSURE);
    }

    @Test
    void thingsThatWereFoundTellTheirPlacesAndNumbers() {
        Raster night = Judging.drawn("a boat under the moon", Composition.SCENE, Treatment.FLAT);

        assertThat(Judging.verdict(night, CheckKind.RELATION, "Is the boat under the moon?"))
                .isEqualTo(Verdict.YES);
        assertThat(Judging.verdict(night, CheckKind.RELATION, "Is the boat above the moon?"))
                .isEqualTo(Verdict.NO);
        assertThat(Judging.verdict(night, CheckKind.RELATION, "Is the boat behind the moon?"))
                .isEqualTo(Verdict.UNSURE);
        assertThat(Judging.verdict(night, CheckKind.COUNT, "Is there exactly 1 boat?"))
                .isEqualTo(Verdict.YES);
        assertThat(Judging.verdict(night, CheckKind.COUNT, "Are there exactly 3 boats?"))
                .isEqualTo(Verdict.UNSURE);
    }

    @ParameterizedTest
    @CsvSource({
        "two birds, 2, bird, SCENE",
        "three boats, 3, boat, POSTER",
        "five foxes, 5, fox, STACKED",
        "six cups, 6, cup, STACKED"
    })
    void whatTheEngineDrawsSeveralTimesIsCounted(String words, int count, String motif, Composition composition) {
        Raster picture = Judging.drawn(words, composition, Treatment.FLAT);

        assertThat(Judging.answer(picture, CheckKind.COUNT, "Are there exactly %d %ss?".formatted(count, motif)))
                .satisfies(answer -> assertThat(answer.evidence()).contains("%d outlines match".formatted(count)))
                .extracting(Answer::verdict)
                .isEqualTo(Verdict.YES);
        assertThat(Judging.verdict(picture, CheckKind.COUNT, "Is there exactly 1 %s?".formatted(motif)))
                .as("too many")
                .isEqualTo(Verdict.NO);
        assertThat(Judging.verdict(picture, CheckKind.COUNT, "Are there exactly 9 %ss?".formatted(motif)))
                .as("some may hide")
                .isEqualTo(Verdict.UNSURE);
    }

    @Test
    void letteringIsReadWhereItIsThere() {
        Raster logo = Judging.drawn("logo for \"Luna\" with a cup", Composition.STACKED, Treatment.FLAT);

        assertThat(Judging.verdict(logo, CheckKind.TEXT, "Does the picture read \"Luna\"?"))
                .isEqualTo(Verdict.YES);
        assertThat(Judging.verdict(logo, CheckKind.TEXT, "Does the picture read \"Quantum\"?"))
                .isNotEqualTo(Verdict.YES);
        assertThat(Judging.verdict(logo, CheckKind.NEGATION, "Is the picture free of text?"))
                .isEqualTo(Verdict.NO);
        assertThat(Judging.verdict(
                        Judging.drawn("cup", Composition.POSTER, Treatment.FLAT),
                        CheckKind.NEGATION,
                        "Is there no text?"))
                .isEqualTo(Verdict.YES);
    }

    @Test
    void evidenceNamesTheFigureAndWhereItWouldCount() {
        Raster dark = Raster.generate(new ImageSize(64, 64), (x, y) -> 0xff151515);

        assertThat(Judging.answer(dark, CheckKind.ATTRIBUTE, "Is the picture bright?")
                        .evidence())
                .matches("mean lightness 0\\.1\\d\\d \\(wanted: 0\\.690 or more\\)");
    }

    @Test
    void aBlankPictureIsCriticalAndADrawnOneIsNot() {
        Raster blank = Raster.generate(new ImageSize(64, 64), (x, y) -> 0xff808080);

        assertThat(Judging.evaluation(blank, CheckKind.STYLE, "Is the picture calm?")
                        .hasCriticalIssue())
                .isTrue();
        assertThat(Judging.evaluation(LAKE, CheckKind.STYLE, "Is the picture calm?")
                        .hasCriticalIssue())
                .isFalse();
    }

    @Test
    void whatIsTransparentIsJudgedAsOnPaper() {
        Raster clear = Raster.generate(new ImageSize(64, 64), (x, y) -> 0x00000000);

        assertThat(Judging.verdict(clear, CheckKind.ATTRIBUTE, "Is the picture bright?"))
                .isEqualTo(Verdict.YES);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 400", "400, 1", "3, 3", "2000, 30"})
    void anySizeIsJudged(int width, int height) {
        Raster picture = Raster.generate(new ImageSize(width, height), (x, y) -> 0xff000000 + 0x2500 * x + 11 * y);

        Evaluation evaluation = Judging.evaluation(picture, CheckKind.OBJECT, "Is there a cup?");

        assertThat(evaluation.criteria().values()).allMatch(points -> points >= 0 && points <= Criterion.BEST);
    }

    @Test
    void markForStyleIsGivenOnlyWhereTheBriefSpeaksOfIt() {
        assertThat(Judging.evaluation(LAKE, CheckKind.OBJECT, "Is there a cup?").criteria())
                .doesNotContainKeys(Criterion.STYLE_AND_MOOD, Criterion.TEXT_RENDERING);
        assertThat(Judging.evaluation(LAKE, CheckKind.MOOD, "Is the mood calm?").criteria())
                .containsKey(Criterion.STYLE_AND_MOOD);
        assertThat(Judging.evaluation(LAKE, CheckKind.TEXT, "Does it read \"Luna\"?")
                        .criteria())
                .containsKey(Criterion.TEXT_RENDERING);
    }

    @Test
    void samePictureAndChecksGiveTheSameJudgement() {
        assertThat(Judging.evaluation(LAKE, CheckKind.MOOD, "Is the mood calm?"))
                .isEqualTo(Judging.evaluation(LAKE, CheckKind.MOOD, "Is the mood calm?"));
    }

    @Test
    void thePictureThatDoesMoreOfTheBriefIsPreferred() {
        Raster dark = Raster.generate(new ImageSize(64, 64), (x, y) -> 0xff101010 + (x + y));
        Raster bright = Raster.generate(new ImageSize(64, 64), (x, y) -> 0xffc0d0f0 + (x + y) / 4);

        assertThat(critic().compare(
                                new ImageCritic.Comparison(
                                        PngPixels.encode(dark), PngPixels.encode(bright), "Mood: bright", null),
                                TestCallContext.calm())
                        .value()
                        .better())
                .isEqualTo(Better.SECOND);
    }

    @Test
    void unknownModelIsRefused() {
        ImageCritic.Comparison comparison =
                new ImageCritic.Comparison(PngPixels.encode(LAKE), PngPixels.encode(LAKE), "calm", "gpt-5");

        assertThatThrownBy(() -> critic().compare(comparison, TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("gpt-5");
    }
}
