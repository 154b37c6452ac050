package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Proposes palettes by the words of a theme: five colours each, from dark to light. The same words give the same palettes; words that say nothing give a
 * varied set.
 */
final class ThemePalettes {
    private static final int MOST = 7;

    private ThemePalettes() {}

    /**
     * @param count how many, 1..{@value #MOST}
     * @throws ProviderFailure.InvalidRequest if there are not so many
     */
    static List<Palette> propose(String theme, int count) {
        if (count < 1 || count > MOST) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine proposes 1 to %d palettes but was asked for %d".formatted(MOST, count));
        }
        return suiting(words(theme)).stream().limit(count).toList();
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
