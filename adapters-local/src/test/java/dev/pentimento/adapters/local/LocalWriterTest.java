package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.RefinedPrompt.Strategy;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.out.PromptWriter.Shortfall;
import dev.pentimento.ports.out.PromptWriter.Trial;
import dev.pentimento.testkit.PromptWriterContract;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class LocalWriterTest extends PromptWriterContract {
    private static final String PROMPT = "A fox in the woods";

    private final LocalWriter writer = new LocalWriter();

    @Override
    protected PromptWriter writer() {
        return writer;
    }

    @Test
    void everyKindOfQuestionIsAskedWhereTheWordsAreThere() {
        Scene scene = new Scene(
                "Harbour",
                "Two boats sailing under the moon, without people, a sign that reads \"Luna\"",
                "calm",
                "A red, minimalist poster, symmetric");

        Checklist checklist = checklist(scene);

        assertThat(checklist.checks())
                .extracting(Check::kind)
                .containsOnlyOnce(CheckKind.TEXT)
                .contains(CheckKind.values());
        assertThat(checklist.checks())
                .extracting(Check::question)
                .contains(
                        "Are there boats?",
                        "Are there exactly 2 boats?",
                        "Are the boats sailing?",
                        "Is there a moon?",
                        "Are the boats under the moon?",
                        "Does the picture read \"Luna\"?",
                        "Is the picture free of people?",
                        "Is red clearly seen in the picture?",
                        "Is the picture minimalist?",
                        "Is the mood calm?",
                        "Is the composition symmetric?");
    }

    @Test
    void whatHangsOnAThingDependsOnItsQuestion() {
        Checklist checklist = checklist(new Scene("", "Three boats under the moon", "", ""));

        Check boats = named(checklist, "Are there boats?");
        Check moon = named(checklist, "Is there a moon?");
        assertThat(named(checklist, "Are there exactly 3 boats?").dependsOn()).containsExactly(boats.id());
        assertThat(named(checklist, "Are the boats under the moon?").dependsOn())
                .containsExactly(boats.id(), moon.id());
    }

    private static Check named(Checklist checklist, String question) {
        return checklist.checks().stream()
                .filter(check -> check.question().equals(question))
                .findFirst()
                .orElseThrow(() -> new AssertionError(question + " is not in " + checklist));
    }

    @ParameterizedTest
    @FieldSource("dev.pentimento.adapters.local.TenScenes#ALL")
    void refinedSceneIsAskedAboutAsTheOriginal(Scene scene) {
        String shown = ModelFamily.LOCAL.prompt(scene);
        Scene darker = refined(scene, "Make it darker, warmer.\nColours: pink.\nThe picture shows: " + shown);
        Scene led =
                refined(scene, "Main subject: sun. " + shown.replace(scene.prompt(), scene.prompt() + " and a sun"));

        assertThat(checklist(darker)).isEqualTo(checklist(scene));
        assertThat(checklist(led)).isEqualTo(checklist(scene.saying(scene.prompt() + " and a sun")));
    }

    private static Scene refined(Scene scene, String words) {
        return ModelFamily.LOCAL.refined(scene, words).orElseThrow();
    }

    @Test
    void refinedBriefIsComparedByWhatIsShown() {
        Scene refined = new Scene("", "a fox", "", "Make it darker.\nThe picture shows: a fox in the woods");

        assertThat(BriefText.scene(refined.text())).isEqualTo(refined);
    }

    @Test
    void subjectThatIsMissedAgainIsNotNamedTwice() {
        String once = "A loaf.\nMain subject: cup. A loaf and a cup";

        RefinedPrompt mended = mended(once, List.of(), check(CheckKind.OBJECT, "Is there a cup?", 3));

        assertThat(mended.text()).containsOnlyOnce("Main subject");
    }

    @Test
    void onlyQuotedLetteringIsRequired() {
        assertThat(checklist(new Scene("Luna", "A cup beside the word \"Luna\"", "", ""))
                        .checks())
                .filteredOn(Check::required)
                .extracting(Check::question)
                .containsExactly("Does the picture read \"Luna\"?");
    }

    @Test
    void whatNoPictureCanBothBeIsNotAsked() {
        assertThat(checklist(new Scene("", "", "bright and dark", "")).checks())
                .extracting(Check::question)
                .doesNotContain("Is the picture bright?", "Is the picture dark?");
    }

    @Test
    void blackAndWhiteSpeaksOfNoColours() {
        assertThat(checklist(new Scene("", "A cup", "", "Black and white")).checks())
                .extracting(Check::question)
                .contains("Is the picture monochrome?")
                .noneMatch(question -> question.contains("clearly seen"));
    }

    @ParameterizedTest
    @FieldSource("dev.pentimento.adapters.local.TenScenes#ALL")
    void everyQuestionOnTheWholeIsUnderstoodByTheCritic(Scene scene) {
        assertThat(checklist(scene).checks())
                .map(Question::of)
                .filteredOn(question -> !question.asksForThings() && question.kind() != CheckKind.NEGATION)
                .allSatisfy(question -> {
                    assertThat(question.asksForFigures()
                                    || !question.lettering().isEmpty())
                            .isTrue();
                    assertThat(question.rest()).isEmpty();
                });
    }

    @Test
    void emptySceneIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> checklist(new Scene("", " ", "", "")))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("title, scene, mood or prompt");
    }

    @Test
    void missingPromptSaysTheSceneAndTheMood() {
        Scene scene = new Scene("Ferry", "a boat on a quiet lake", "calm and dark", "");

        assertThat(writer.write(scene, TestCallContext.calm()).value())
                .isEqualTo(
                        "A boat on a quiet lake. The mood is calm and dark. An illustration with one clear subject and even balance.");
    }

    @ParameterizedTest
    @CsvSource({
        "ATTRIBUTE, Is the picture dark?, Make it darker.",
        "ATTRIBUTE, Is the picture not dark?, Make it brighter.",
        "STYLE, Is the picture contrasty?, Make it with more contrast.",
        "STYLE, Is the picture monochrome?, Make it black and white.",
        "MOOD, Is the mood cheerful?, 'Make it brighter, more vivid.'",
        "ATTRIBUTE, Is red clearly seen in the picture?, Colours: red."
    })
    void whatFailedIsOrderedInWordsThatTheEngineUnderstands(CheckKind kind, String question, String order) {
        RefinedPrompt mended = mended(PROMPT, List.of(), check(kind, question, 2));

        assertThat(mended.text()).isEqualTo(order + "\nThe picture shows: " + PROMPT);
        assertThat(mended.strategy()).isEqualTo(Strategy.EDIT_IMAGE);
        assertThat(Orders.of(mended.text()).isEmpty()).isFalse();
        assertThat(Orders.of(mended.text()).shown()).isEqualTo(PROMPT);
    }

    @Test
    void aMissingThingComesFirstAndTheRestStays() {
        RefinedPrompt mended = mended("A loaf and a cup", List.of(), check(CheckKind.OBJECT, "Is there a cup?", 3));

        assertThat(mended.text()).isEqualTo("Main subject: cup. A loaf and a cup");
        assertThat(mended.strategy()).isEqualTo(Strategy.REWRITE_PROMPT);
    }

    @Test
    void suggestionsCountAsWell() {
        Shortfall shortfall = new Shortfall(
                PROMPT, PROMPT, List.of(), List.of(), List.of("Make it brighter.", "Show the crown"), List.of());

        assertThat(writer.refine(shortfall, TestCallContext.calm()).value().text())
                .isEqualTo("Make it brighter.\nThe picture shows: Main subject: crown. " + PROMPT);
    }

    @Test
    void theHeavierOfTwoOppositesWins() {
        assertThat(mended(
                                PROMPT,
                                List.of(),
                                check(CheckKind.ATTRIBUTE, "Is the picture dark?", 3),
                                new Check("c2", CheckKind.MOOD, "Is the mood cheerful?", List.of(), 1, false))
                        .text())
                .startsWith("Make it darker, more vivid.");
    }

    @Test
    void whatStillFailsIsTurnedFurther() {
        Check dark = check(CheckKind.ATTRIBUTE, "Is the picture dark?", 2);
        String once = mended(PROMPT, List.of(), dark).text();

        assertThat(mended(once, List.of(new Trial(PROMPT, 0.4), new Trial(once, 0.5)), dark)
                        .text())
                .startsWith("Make it far darker.");
    }

    @Test
    void whatWasTriedAndDidNotHelpIsDoneLessThenMore() {
        Check dark = check(CheckKind.ATTRIBUTE, "Is the picture dark?", 2);
        Trial plain = new Trial("Make it darker.\nThe picture shows: " + PROMPT, 0.3);
        Trial little = new Trial("Make it slightly darker.\nThe picture shows: " + PROMPT, 0.3);
        Trial far = new Trial("Make it far darker.\nThe picture shows: " + PROMPT, 0.3);

        assertThat(mended(PROMPT, List.of(plain), dark).text()).startsWith("Make it slightly darker.");
        assertThat(mended(PROMPT, List.of(plain, little), dark).text()).startsWith("Make it far darker.");
        assertThat(mended(PROMPT, List.of(plain, little, far), dark).text()).isEqualTo(PROMPT);
    }

    @Test
    void whereThereAreNoWordsForItThePromptComesBackAsItWas() {
        RefinedPrompt mended = mended(PROMPT, List.of(), check(CheckKind.OBJECT, "Is there a lighthouse keeper?", 3));

        assertThat(mended.text()).isEqualTo(PROMPT);
        assertThat(mended.strategy()).isEqualTo(Strategy.RESAMPLE);
    }

    private Checklist checklist(Scene scene) {
        return writer.checklist(scene, TestCallContext.calm()).value();
    }

    private static Check check(CheckKind kind, String question, int weight) {
        return new Check("c1", kind, question, List.of(), weight, false);
    }

    private RefinedPrompt mended(String prompt, List<Trial> history, Check... failed) {
        return writer.refine(
                        new Shortfall("A fox in the woods", prompt, List.of(failed), List.of(), List.of(), history),
                        TestCallContext.calm())
                .value();
    }
}
