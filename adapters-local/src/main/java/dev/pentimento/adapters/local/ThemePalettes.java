package dev.pentimento.adapters.local;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.PromptWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Proposes palettes by the words of a theme: five colours each, from dark to light. The same words give the same palettes; words that say nothing give a
 * varied set.
 */
final class ThemePalettes implements PromptWriter {
    private static final int MOST = 7;

    @Override
    public Set<Task> tasks() {
        return Set.of(Task.PALETTES);
    }

    @Override
    public Cost estimate() {
        return Cost.free();
    }

    @Override
    public Answered<Checklist> checklist(Scene scene, CallContext context) {
        throw cannot("make checklists");
    }

    @Override
    public Answered<String> write(Scene scene, CallContext context) {
        throw cannot("write prompts");
    }

    @Override
    public Answered<RefinedPrompt> refine(Shortfall shortfall, CallContext context) {
        throw cannot("refine prompts");
    }

    private static ProviderFailure cannot(String task) {
        return new ProviderFailure.InvalidRequest(
                "The local engine cannot %s; name another under providers.write".formatted(task));
    }

    @Override
    public Answered<List<Palette>> proposePalettes(String theme, int count, CallContext context) {
        context.checkCanceled();
        if (count < 1 || count > MOST) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine proposes 1 to %d palettes but was asked for %d".formatted(MOST, count));
        }
        List<Palette> palettes = suiting(words(theme)).stream().limit(count).toList();
        return new Answered<>(palettes, LocalEditor.report(theme, List.of()));
    }

    static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
    }

    /** All palettes there are: first those the words call for, then those of related themes, then the rest. */
    static Set<Palette> suiting(List<String> words) {
        List<Theme> called = Themes.calledBy(words);
        Set<Palette> palettes = new LinkedHashSet<>(inTurns(called));
        palettes.addAll(inTurns(called.stream()
                .flatMap(theme -> theme.kin().stream())
                .distinct()
                .map(Themes::named)
                .toList()));
        palettes.addAll(inTurns(Themes.all()));
        return palettes;
    }

    /** The first of each theme, then the second of each, and so on. */
    private static Set<Palette> inTurns(List<Theme> themes) {
        Set<Palette> palettes = new LinkedHashSet<>();
        int longest =
                themes.stream().mapToInt(theme -> theme.palettes().size()).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (Theme theme : themes) {
                theme.palettes().stream().skip(i).limit(1).forEach(palettes::add);
            }
        }
        return palettes;
    }
}
