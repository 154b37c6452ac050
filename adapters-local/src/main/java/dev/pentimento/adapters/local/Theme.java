package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import java.util.List;
import java.util.Set;

/**
 * A mood that has colours.
 *
 * @param words that call for it, lower case
 * @param kin themes that go well with it, the closest first
 */
record Theme(String name, Set<String> words, List<String> kin, List<Palette> palettes) {

    /** Whether a word of the user, or the word it is a form of, calls for this theme. */
    boolean isCalledBy(String word) {
        return words.contains(word) || Inflection.bases(word).stream().anyMatch(words::contains);
    }
}
