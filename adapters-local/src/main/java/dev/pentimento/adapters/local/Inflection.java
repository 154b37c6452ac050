package dev.pentimento.adapters.local;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** English endings: which words a word may be a form of. */
final class Inflection {
    private static final List<String> COMPARING = List.of("er", "est", "ier", "iest");
    private static final List<String> OTHER = List.of(
            "s", "es", "ed", "d", "ing", "ly", "ish", "ness", "en", "ened", "ening", "y", "ization", "ized", "ised",
            "ize", "ise");

    private Inflection() {}

    /** Whether one of the base forms is compared in {@code word}. */
    static boolean compares(String word, String base) {
        return COMPARING.stream().anyMatch(ending -> bases(word, ending).contains(base));
    }

    /** Possible base forms, the likeliest first; never the word itself. */
    static Set<String> bases(String word) {
        Set<String> bases = new LinkedHashSet<>();
        COMPARING.forEach(ending -> bases.addAll(bases(word, ending)));
        OTHER.forEach(ending -> bases.addAll(bases(word, ending)));
        return bases;
    }

    private static Set<String> bases(String word, String ending) {
        Set<String> bases = new LinkedHashSet<>();
        int length = word.length() - ending.length();
        if (!word.endsWith(ending) || length < 3) {
            return bases;
        }
        String stem = word.substring(0, length);
        if (ending.startsWith("i")
                && ending.length() > 2
                && !ending.startsWith("is")
                && !ending.startsWith("iz")
                && !ending.equals("ing")) {
            bases.add(stem + "y");
            return bases;
        }
        bases.add(stem);
        bases.add(stem + "e");
        if (stem.charAt(length - 1) == stem.charAt(length - 2)) {
            bases.add(stem.substring(0, length - 1));
        }
        return bases;
    }
}
