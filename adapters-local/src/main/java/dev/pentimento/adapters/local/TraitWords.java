package dev.pentimento.adapters.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds traits in texts. */
final class TraitWords {
    private static final Map<String, Trait> PHRASES = Map.of(
            "high contrast", Trait.CONTRASTY,
            "strong contrast", Trait.CONTRASTY,
            "low contrast", Trait.SOFT,
            "soft contrast", Trait.SOFT,
            "black and white", Trait.MONOCHROME,
            "in focus", Trait.SHARP,
            "out of focus", Trait.BLURRED,
            "negative space", Trait.SPACIOUS,
            "empty space", Trait.SPACIOUS,
            "in the middle", Trait.CENTRED);

    private TraitWords() {}

    /** All traits that a text speaks of, in the order of this list. */
    static Set<Trait> in(String text) {
        String line = line(text);
        Set<Trait> found = EnumSet.noneOf(Trait.class);
        PHRASES.forEach((phrase, trait) -> {
            if (line.contains(" " + phrase + " ")) {
                found.add(trait);
            }
        });
        Arrays.stream(line.strip().split(" ", -1)).forEach(word -> found.addAll(calledBy(word)));
        return found;
    }

    /** The text in lower case without the phrases that call for a trait; "black and white" speaks of no colours. */
    static String withoutPhrases(String text) {
        String line = line(text);
        for (String phrase : PHRASES.keySet()) {
            line = line.replace(" " + phrase + " ", " ");
        }
        return line.strip();
    }

    /** The same without the words that do. */
    static String without(String text) {
        return Arrays.stream(withoutPhrases(text).split(" ", -1))
                .filter(word -> calledBy(word).isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** As in a description of what is to be seen, where an adjective may belong to a thing: only times, seasons, weather, moods and styles count. */
    static Set<Trait> inSetting(String text) {
        Set<Trait> found = EnumSet.noneOf(Trait.class);
        for (String word : line(text).strip().split(" ", -1)) {
            Arrays.stream(Trait.values())
                    .filter(trait -> trait.isSettingOf(word))
                    .forEach(found::add);
        }
        return found;
    }

    private static Set<Trait> calledBy(String word) {
        Set<Trait> found = EnumSet.noneOf(Trait.class);
        Arrays.stream(Trait.values()).filter(trait -> trait.isCalledBy(word)).forEach(found::add);
        return found;
    }

    private static String line(String text) {
        return " " + String.join(" ", ThemePalettes.words(text)).strip() + " ";
    }
}
