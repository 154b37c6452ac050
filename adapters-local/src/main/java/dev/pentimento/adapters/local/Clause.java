package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that belong together: no comma and no "and" between them.
 *
 * @param continues whether it goes on with a list, so that "less" and "keep" still count
 */
record Clause(List<Word> words, boolean continues) {
    private static final Pattern TOKEN = Pattern.compile("\\d+\\s?%|[\\p{L}\\p{N}]+|[,;.!?:&+\\n]");
    private static final List<String> ENDS = List.of(";", ".", "!", "?", ":", "\n", "but", "then", "however", "though");
    private static final List<String> JOINS = List.of(",", "and", "&", "+", "plus", "also", "or", "nor");

    Clause {
        words = List.copyOf(words);
    }

    boolean has(Meaning.Particle particle) {
        return words.stream().anyMatch(word -> word.is(particle));
    }

    boolean has(Class<? extends Meaning> kind) {
        return words.stream().anyMatch(word -> kind.isInstance(word.meaning()));
    }

    /** Cuts a prompt into clauses. */
    static List<Clause> of(String prompt, Vocabulary vocabulary) {
        List<Clause> clauses = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        boolean continues = false;
        for (Word word : words(prompt, vocabulary)) {
            if (!word.is(Meaning.Particle.BREAK) && !word.is(Meaning.Particle.AND)) {
                words.add(word);
                continue;
            }
            if (!words.isEmpty()) {
                clauses.add(new Clause(words, continues));
                words.clear();
                continues = true;
            }
            continues &= word.is(Meaning.Particle.AND);
        }
        if (!words.isEmpty()) {
            clauses.add(new Clause(words, continues));
        }
        return clauses;
    }

    private static List<Word> words(String prompt, Vocabulary vocabulary) {
        List<String> tokens = tokens(prompt);
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int phrase = vocabulary.phraseLength(tokens, i);
            words.add(phrase > 0 ? vocabulary.phrase(tokens.subList(i, i + phrase)) : word(tokens.get(i), vocabulary));
            i += Math.max(1, phrase);
        }
        return words;
    }

    private static List<String> tokens(String prompt) {
        String plain = prompt.toLowerCase(Locale.ROOT).replaceAll("['’`´]", "");
        return TOKEN.matcher(plain).results().map(result -> result.group()).toList();
    }

    private static Word word(String token, Vocabulary vocabulary) {
        if (ENDS.contains(token)) {
            return new Word(token, Meaning.Particle.BREAK, false);
        }
        if (JOINS.contains(token)) {
            return new Word(token, Meaning.Particle.AND, false);
        }
        Matcher percent = Pattern.compile("(\\d{1,4})\\s?%").matcher(token);
        if (percent.matches()) {
            return new Word(
                    token,
                    new Meaning.Degree(Math.max(0.1, Math.min(2, Integer.parseInt(percent.group(1)) / 50.0))),
                    false);
        }
        return vocabulary.word(token);
    }
}
