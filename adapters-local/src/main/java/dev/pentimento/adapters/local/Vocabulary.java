package dev.pentimento.adapters.local;

import dev.pentimento.domain.refinement.PreserveAspect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which words mean what; read once from {@code vocabulary.txt}. Knows inflections, and simple typos in longer words. */
final class Vocabulary {
    private static final int LONGEST_PHRASE = 5;
    /** Shorter words are too easily mistaken for each other. */
    private static final int SHORTEST_TYPO = 5;

    private static final Map<String, Double> DEGREES =
            Map.of("SLIGHTLY", 0.5, "HALF", 0.75, "VERY", 1.35, "EXTREMELY", 1.7, "TWICE", 1.6);
    private static final Set<Meaning.Particle> VERBS = EnumSet.of(
            Meaning.Particle.MORE,
            Meaning.Particle.LESS,
            Meaning.Particle.REMOVE,
            Meaning.Particle.KEEP,
            Meaning.Particle.CHANGE,
            Meaning.Particle.BACKGROUND);
    /** Good English that looks like one of our words. */
    private static final Set<String> REAL_WORDS = realWords();

    static final Vocabulary ENGLISH = read("vocabulary.txt");

    private final Map<String, Meaning> meanings;

    private Vocabulary(Map<String, Meaning> meanings) {
        this.meanings = meanings;
    }

    /** The longest phrase that begins at {@code start}: how many words it has, 0 if none. */
    int phraseLength(List<String> words, int start) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - start); length > 1; length--) {
            if (meanings.containsKey(String.join(" ", words.subList(start, start + length)))) {
                return length;
            }
        }
        return 0;
    }

    Word phrase(List<String> words) {
        String text = String.join(" ", words);
        return new Word(text, meanings.getOrDefault(text, Meaning.Particle.UNKNOWN), false);
    }

    Word word(String text) {
        return exact(text)
                .or(() -> inflected(text))
                .or(() -> misspelt(text))
                .orElseGet(() -> new Word(text, Meaning.Particle.UNKNOWN, false));
    }

    private Optional<Word> exact(String text) {
        return Optional.ofNullable(meanings.get(text)).map(meaning -> new Word(text, meaning, compares(text)));
    }

    private boolean compares(String text) {
        return Inflection.bases(text).stream()
                .anyMatch(base -> meanings.containsKey(base) && Inflection.compares(text, base));
    }

    private Optional<Word> inflected(String text) {
        if (REAL_WORDS.contains(text)) {
            return Optional.empty();
        }
        for (String base : Inflection.bases(text)) {
            Meaning meaning = meanings.get(base);
            if (meaning != null && mayInflect(meaning)) {
                return Optional.of(new Word(text, meaning, Inflection.compares(text, base)));
            }
        }
        return Optional.empty();
    }

    private static boolean mayInflect(Meaning meaning) {
        return !(meaning instanceof Meaning.Particle particle) || VERBS.contains(particle);
    }

    private Optional<Word> misspelt(String text) {
        if (text.length() < SHORTEST_TYPO || isRealWord(text)) {
            return Optional.empty();
        }
        return meant(text)
                .map(known -> new Word(text, meaningOf(known), compares(known)))
                .or(() -> misspeltInflection(text));
    }

    private static boolean isRealWord(String text) {
        return REAL_WORDS.contains(text) || Inflection.bases(text).stream().anyMatch(REAL_WORDS::contains);
    }

    private Meaning meaningOf(String known) {
        return meanings.getOrDefault(known, Meaning.Particle.UNKNOWN);
    }

    /** "sharpenning": the typo is in the base or in the joint. */
    private Optional<Word> misspeltInflection(String text) {
        return Inflection.bases(text).stream()
                .filter(base -> base.length() >= SHORTEST_TYPO)
                .flatMap(base ->
                        meant(base)
                                .map(known -> new Word(text, meaningOf(known), Inflection.compares(text, base)))
                                .stream())
                .findFirst();
    }

    /** The word that one slip of the finger turns into {@code text}; only of those that do something. */
    private Optional<String> meant(String text) {
        return meanings.keySet().stream()
                .filter(known -> known.length() >= SHORTEST_TYPO && Typo.isOneEdit(text, known))
                .filter(known -> meaningOf(known) instanceof Meaning.Deed || meaningOf(known) instanceof Meaning.Hue)
                .min(Comparator.naturalOrder());
    }

    private static Vocabulary read(String file) {
        Map<String, Meaning> meanings = new HashMap<>();
        for (ColorName color : ColorName.values()) {
            Arrays.stream(color.words()).forEach(word -> meanings.put(word, new Meaning.Hue(color)));
        }
        lines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> addLine(meanings, line));
        return new Vocabulary(Map.copyOf(meanings));
    }

    private static void addLine(Map<String, Meaning> meanings, String line) {
        String[] parts = line.split(":", 2);
        Meaning meaning = meaning(parts[0].strip());
        for (String word : parts[1].split(",", -1)) {
            meanings.putIfAbsent(word.strip(), meaning);
        }
    }

    private static Meaning meaning(String name) {
        if (name.startsWith("-")) {
            return new Meaning.Deed(Operation.valueOf(name.substring(1)), true);
        }
        Double degree = DEGREES.get(name);
        if (degree != null) {
            return new Meaning.Degree(degree);
        }
        if (isOneOf(Meaning.Particle.values(), name)) {
            return Meaning.Particle.valueOf(name);
        }
        return isOneOf(PreserveAspect.values(), name)
                ? new Meaning.Aspect(PreserveAspect.valueOf(name))
                : new Meaning.Deed(Operation.valueOf(name), false);
    }

    private static boolean isOneOf(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(name));
    }

    private static Set<String> realWords() {
        return lines("not-typos.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.strip().split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> lines(String file) {
        try (InputStream bytes = Vocabulary.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("The engine's jar lacks " + file);
            }
            return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The engine's " + file + " cannot be read", e);
        }
    }
}
