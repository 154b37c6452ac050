package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.out.PromptWriter.Shortfall;
import dev.pentimento.ports.out.PromptWriter.Task;
import dev.pentimento.ports.out.PromptWriter.Trial;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PromptWriter} promises. Extend it for yours. */
public abstract class PromptWriterContract {
    private static final String THEME = "warm autumn forest";
    private static final int MOST = 7;
    private static final Scene SCENE = new Scene("Ferry", "A boat on a lake at night", "calm", "");

    /** The writer under test, ready for calls; where it speaks to a vendor, with a stand-in for the vendor. */
    protected abstract PromptWriter writer();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void proposesAsManyPalettesAsAskedFor(int count) {
        assertThat(propose(THEME, count)).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {THEME, "", "   ", "qwertz"})
    void palettesDiffer(String theme) {
        List<Palette> palettes = propose(theme, MOST);

        assertThat(palettes).hasSize(MOST).extracting(Palette::colors).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {THEME, ""})
    void palettesHaveNames(String theme) {
        assertThat(propose(theme, MOST))
                .extracting(Palette::name)
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void servesSeveralCallsAtOnce() {
        assertThat(Crowd.of(4, () -> propose(THEME, MOST)))
                .allSatisfy(palettes -> assertThat(palettes).hasSize(MOST));
    }

    @Test
    void canceledCallEnds() {
        assertThatThrownBy(() -> writer().proposePalettes(THEME, 1, TestCallContext.canceled()))
                .isInstanceOf(ProviderFailure.Canceled.class);
    }

    @Test
    void checklistIsMadeOfTheScene() {
        assumeWrites(Task.CHECKLIST);

        Checklist checklist = writer().checklist(SCENE, TestCallContext.calm()).value();

        assertThat(checklist.checks())
                .extracting(Check::question)
                .anySatisfy(question -> assertThat(question).contains("boat"));
    }

    @Test
    void missingPromptIsWrittenOfTheScene() {
        assumeWrites(Task.PROMPT);

        assertThat(writer().write(SCENE, TestCallContext.calm()).value()).containsIgnoringCase("boat");
    }

    @Test
    void mendedPromptStaysWithTheBriefAndIsAnother() {
        assumeWrites(Task.REFINEMENT);

        RefinedPrompt mended =
                writer().refine(shortfall(), TestCallContext.calm()).value();

        assertThat(mended.text())
                .containsIgnoringCase("boat")
                .isNotEqualTo(shortfall().prompt());
        assertThat(mended.changes()).isNotEmpty();
    }

    @Test
    void whatIsNotDeclaredIsRefused() {
        Map<Task, ThrowingCallable> calls = Map.of(
                Task.CHECKLIST, () -> writer().checklist(SCENE, TestCallContext.calm()),
                Task.PROMPT, () -> writer().write(SCENE, TestCallContext.calm()),
                Task.REFINEMENT, () -> writer().refine(shortfall(), TestCallContext.calm()));
        calls.forEach((task, call) -> {
            if (!writer().tasks().contains(task)) {
                assertThatThrownBy(call).isInstanceOf(ProviderFailure.InvalidRequest.class);
            }
        });
    }

    private void assumeWrites(Task task) {
        assumeTrue(writer().tasks().contains(task), "declared: does not write " + task);
    }

    private static Shortfall shortfall() {
        Check dark = new Check("c1", CheckKind.ATTRIBUTE, "Is the picture dark?", List.of(), 2, false);
        return new Shortfall(
                SCENE.text(),
                "A boat on a lake at night",
                List.of(dark),
                List.of(),
                List.of("Make it darker."),
                List.of(new Trial("A boat on a lake at night", 0.4)));
    }

    private List<Palette> propose(String theme, int count) {
        return writer().proposePalettes(theme, count, TestCallContext.calm()).value();
    }
}
