package dev.pentimento.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFamilyTest {
    private static final Scene WHOLE = new Scene(
            "The last fox",
            "A clearing in deep snow. Birches.",
            "calm, blue hour",
            "A red fox looks back over its shoulder.");
    private static final Scene BARE = new Scene("", "", "", "an owl");

    private static final Map<ModelFamily, String> GOLDEN = Map.of(
            ModelFamily.SDXL,
            "A red fox looks back over its shoulder, A clearing in deep snow, Birches, calm, blue hour, The last fox",
            ModelFamily.FLUX,
            "A red fox looks back over its shoulder. A clearing in deep snow. Birches. The mood is calm, blue hour. Title: The last fox.",
            ModelFamily.OPENAI,
            """
            Title: The last fox
            Scene: A clearing in deep snow. Birches.
            Mood: calm, blue hour
            Prompt: A red fox looks back over its shoulder.""",
            ModelFamily.GEMINI,
            """
            Make one picture of the following. Show everything that is said, and add no lettering that is not asked for.
            Title: The last fox
            Scene: A clearing in deep snow. Birches.
            Mood: calm, blue hour
            Prompt: A red fox looks back over its shoulder.""",
            ModelFamily.LOCAL,
            "The last fox. A clearing in deep snow. Birches. calm, blue hour. A red fox looks back over its shoulder.");

    @ParameterizedTest
    @EnumSource
    void everyFamilyIsAddressedInItsWay(ModelFamily family) {
        assertThat(family.prompt(WHOLE)).isEqualTo(GOLDEN.get(family));
    }

    @ParameterizedTest
    @EnumSource
    void whatASceneLacksLeavesNoTrace(ModelFamily family) {
        assertThat(family.prompt(BARE)).contains("an owl").doesNotContain("Title", "Scene", "Mood", "mood is", "..");
    }

    @ParameterizedTest
    @EnumSource
    void noPromptIsLongerThanTheFamilyHeeds(ModelFamily family) {
        Scene endless = new Scene("", "", "", "\ud83e\udd8a fox ".repeat(2000));

        assertThat(family.prompt(endless)).hasSizeLessThanOrEqualTo(family.maxLength());
        assertThat(family.prompt(endless)).isEqualTo(family.prompt(endless).strip());
    }

    @ParameterizedTest
    @CsvSource({
        "fal, fal-ai/fast-lightning-sdxl, SDXL",
        "fal, fal-ai/flux/dev, FLUX",
        "fal, fal-ai/nano-banana/edit, GEMINI",
        "openai, gpt-image-2.5-sunburst, OPENAI",
        "openai, '', OPENAI",
        "gemini, gemini-3.1-flash-image, GEMINI",
        "local, '', LOCAL",
        "somebody, unheard-of, FLUX"
    })
    void familyIsThatOfTheModelElseOfTheProvider(String provider, String model, ModelFamily family) {
        assertThat(ModelFamily.of(provider, model)).isEqualTo(family);
    }

    @ParameterizedTest
    @EnumSource
    void refinedWordsAreAskedForWithoutSayingAnythingTwice(ModelFamily family) {
        String words = "Make it darker.\nThe picture shows: " + family.prompt(WHOLE);

        Scene refined = family.refined(WHOLE, words).orElseThrow();

        assertThat(refined).isEqualTo(WHOLE.saying(refined.prompt()));
        assertThat(refined.prompt())
                .startsWith("Make it darker.\nThe picture shows: A red fox looks back over its shoulder");
        for (String part : List.of("The last fox", "Birches", "blue hour", "red fox", "Make it darker")) {
            assertThat(family.prompt(refined)).containsOnlyOnce(part);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refiningTheRefinedDoesNotDrift(ModelFamily family) {
        Scene once = family.refined(WHOLE, "Make it darker.\nThe picture shows: " + family.prompt(WHOLE))
                .orElseThrow();

        assertThat(family.refined(once, family.prompt(once))).contains(once);
        assertThat(family.refined(WHOLE, family.prompt(once)).map(family::prompt))
                .contains(family.prompt(once));
    }

    @ParameterizedTest
    @EnumSource
    void wordsThatWereNotRefinedAreThoseOfTheScene(ModelFamily family) {
        assertThat(family.refined(WHOLE, family.prompt(WHOLE))).contains(WHOLE);
        assertThat(family.refined(BARE, family.prompt(BARE))).contains(BARE);
    }

    @ParameterizedTest
    @EnumSource
    void wordsThatWereWrittenAnewAreNotThoseOfTheScene(ModelFamily family) {
        assertThat(family.refined(WHOLE, "A fox, seen from behind, at dusk")).isEmpty();
        assertThat(family.refined(BARE, "A tawny bird at night")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void familyIsKnownByItsWords(ModelFamily family) {
        assertThat(ModelFamily.composing(WHOLE, family.prompt(WHOLE))).contains(family);
        assertThat(ModelFamily.composing(WHOLE, "other words")).isEmpty();
    }

    @Test
    void linesOfAPromptStayLinesForTheEmbeddedEngine() {
        assertThat(ModelFamily.LOCAL.prompt(new Scene("Fox", "", "calm", "Make it darker.\nA fox")))
                .isEqualTo("Fox. calm.\nMake it darker.\nA fox.");
    }

    @Test
    void cutsBetweenWords() {
        assertThat(FamilyTemplates.cut("red fox in snow", 10)).isEqualTo("red fox in");
        assertThat(FamilyTemplates.cut("red fox in snow", 9)).isEqualTo("red fox");
    }
}
