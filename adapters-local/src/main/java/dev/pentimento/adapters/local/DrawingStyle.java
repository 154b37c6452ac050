package dev.pentimento.adapters.local;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How something is to be drawn, as far as words say so. */
enum DrawingStyle {
    LOGO("logo logotype icon emblem brand branding mark monogram symbol sign label"),
    POSTER("poster flyer placard scene scenery landscape illustration wallpaper banner postcard artwork print view"),
    BADGE("badge seal stamp round circular patch crest medallion"),
    TILE("icon app avatar favicon tile"),
    OUTLINE("line lines outline outlined linear sketch drawn lineart"),
    STENCIL("flat solid silhouette stencil minimal minimalist minimalistic simple clean modern geometric abstract"),
    DARK("dark black night midnight moody neon noir inverted");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of strings
    private final Set<String> words;

    DrawingStyle(String words) {
        this.words = Set.of(words.split(" ", -1));
    }

    static Set<DrawingStyle> calledBy(String word) {
        return Arrays.stream(values())
                .filter(style -> style.words.contains(word)
                        || Inflection.bases(word).stream().anyMatch(style.words::contains))
                .collect(Collectors.toUnmodifiableSet());
    }
}
