package dev.pentimento.adapters.local;

import dev.pentimento.domain.refinement.PreserveAspect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    /** Good English that looks like a typo of one of our words. */
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
        for (String base : Inflection.bases(text)) {
            Meaning meaning = meanings.get(base);
            if (meaning != null && mayInflect(meaning)) {
                return Optional.of(new Word(text, meaning, Inflection.compares(text, base)));
            }
        }
        return Optional.empty();
    }

    private static boolean mayInflect(Meaning meaning) {
        return meaning != Meaning.Particle.STOP && meaning != Meaning.Particle.INTO && meaning != Meaning.Particle.NOT;
    }

    private Optional<Word> misspelt(String text) {
        if (text.length() < SHORTEST_TYPO || REAL_WORDS.contains(text)) {
            return Optional.empty();
        }
        return meanings.keySet().stream()
                .filter(known -> known.length() >= SHORTEST_TYPO && Typo.isOneEdit(text, known))
                .sorted()
                .findFirst()
                .flatMap(this::exact)
                .or(() -> misspeltInflection(text))
                .map(word -> new Word(text, word.meaning(), word.comparative()));
    }

    /** "brigther": the typo and the ending at once. */
    private Optional<Word> misspeltInflection(String text) {
        for (String base : Inflection.bases(text)) {
            if (base.length() >= SHORTEST_TYPO - 1) {
                Optional<String> known = meanings.keySet().stream()
                        .filter(word -> word.length() >= SHORTEST_TYPO - 1 && Typo.isOneEdit(base, word))
                        .filter(word ->
                                meanings.get(word) instanceof Meaning.Deed || meanings.get(word) instanceof Meaning.Hue)
                        .sorted()
                        .findFirst();
                if (known.isPresent()) {
                    return Optional.of(new Word(
                            text,
                            meanings.getOrDefault(known.get(), Meaning.Particle.UNKNOWN),
                            Inflection.compares(text, base)));
                }
            }
        }
        return Optional.empty();
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
