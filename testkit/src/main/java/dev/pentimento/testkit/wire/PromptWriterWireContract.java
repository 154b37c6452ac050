package dev.pentimento.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.out.PromptWriter.Shortfall;
import dev.pentimento.ports.out.PromptWriter.Task;
import dev.pentimento.ports.out.PromptWriter.Trial;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link PromptWriter} behind a network promises. Extend it for yours, beside what {@link WireContract} says. */
public abstract class PromptWriterWireContract extends WireContract {
    private static final String THEME = "night over the sea";
    private static final Scene SCENE = new Scene("Luna", "a teapot under a half moon", "calm", "");
    private static final Check MOON = new Check("c1", CheckKind.COUNT, "Is there one half moon?", List.of(), 2, true);
    private static final Shortfall SHORTFALL = new Shortfall(
            "a teapot under a half moon",
            "a teapot at night",
            List.of(MOON),
            List.of(new Issue("count", Issue.Severity.MAJOR, "there are two moons", List.of("c1"), null)),
            List.of("say how many moons"),
            List.of(new Trial("a teapot", 0.25)));

    private static final List<Palette> PALETTES = List.of(
            new Palette("Dusk", "after sunset", List.of("#102030", "#405060", "#708090", "#a0b0c0", "#d0e0f0")),
            new Palette("Surf", "foam and sand", List.of("#f0f0e0", "#c0b090", "#305070", "#103050", "#001020")));
    private static final Checklist CHECKLIST = new Checklist(List.of(MOON));
    private static final String WRITTEN = "a single teapot below one half moon, calm sea";
    private static final RefinedPrompt MENDED = new RefinedPrompt(
            "a teapot below exactly one half moon",
            List.of("the moon is counted"),
            RefinedPrompt.Strategy.REWRITE_PROMPT);

    @Override
    final Good ordinary() {
        return answerTo(ordinaryTask(provider()));
    }

    private static Good answerTo(Task task) {
        return switch (task) {
            case PALETTES -> new Good.Palettes(PALETTES);
            case CHECKLIST -> new Good.Questions(CHECKLIST);
            case PROMPT -> new Good.Prompt(WRITTEN);
            case REFINEMENT -> new Good.Mended(MENDED);
        };
    }

    /** The first one that it declares. */
    private static Task ordinaryTask(Provider provider) {
        return writer(provider).tasks().stream().sorted().findFirst().orElseThrow();
    }

    @Override
    final ProviderReport call(Provider provider, @Nullable String model, CallContext context) {
        return written(writer(provider), ordinaryTask(provider), context).report();
    }

    private static Answered<?> written(PromptWriter writer, Task task, CallContext context) {
        return switch (task) {
            case PALETTES -> writer.proposePalettes(THEME, PALETTES.size(), context);
            case CHECKLIST -> writer.checklist(SCENE, context);
            case PROMPT -> writer.write(SCENE, context);
            case REFINEMENT -> writer.refine(SHORTFALL, context);
        };
    }

    @Override
    final Cost estimate(Provider provider) {
        return writer(provider).estimate();
    }

    @Override
    final PromptWriter role(Provider provider) {
        return writer(provider);
    }

    @Override
    final boolean namesModels() {
        return false;
    }

    private static PromptWriter writer(Provider provider) {
        return provider.writer().orElseThrow(() -> new AssertionError("The provider writes no prompts"));
    }

    @Test
    @Proves(Promise.PALETTES)
    void palettesAreWrittenForTheTheme() {
        assertThat(written(Task.PALETTES)).isEqualTo(PALETTES);
        assertThat(order().words()).contains(THEME);
    }

    @Test
    @Proves(Promise.CHECKLIST)
    void checklistIsWrittenForTheScene() {
        assertThat(written(Task.CHECKLIST)).isEqualTo(CHECKLIST);
        assertThat(order().words()).contains(SCENE.title(), SCENE.scene(), SCENE.mood());
    }

    @Test
    @Proves(Promise.PROMPT)
    void promptIsWrittenForTheScene() {
        assertThat(written(Task.PROMPT)).isEqualTo(WRITTEN);
        assertThat(order().words()).contains(SCENE.title(), SCENE.scene(), SCENE.mood());
    }

    @Test
    @Proves(Promise.REFINEMENT)
    void promptIsMendedWhereTheImageFellShort() {
        assertThat(written(Task.REFINEMENT)).isEqualTo(MENDED);
        assertThat(order().words())
                .contains(SHORTFALL.brief(), SHORTFALL.prompt(), MOON.question())
                .contains("there are two moons", "say how many moons");
    }

    private Object written(Task task) {
        declaredUnless(
                writer(provider()).tasks().contains(task),
                "it does not write " + task.name().toLowerCase(Locale.ROOT));
        vendor().deliver(answerTo(task), Account.NONE);
        return written(writer(provider()), task, TestCallContext.calm()).value();
    }

    @Test
    @Proves(Promise.UNDECLARED_TASK)
    void undeclaredTaskIsRefusedBeforeTheCall() {
        Set<Task> undeclared = EnumSet.allOf(Task.class);
        undeclared.removeAll(writer(provider()).tasks());
        declaredUnless(!undeclared.isEmpty(), "it does every task");

        undeclared.forEach(task -> refusal(
                ProviderFailure.InvalidRequest.class, () -> written(writer(provider()), task, TestCallContext.calm())));
    }
}
