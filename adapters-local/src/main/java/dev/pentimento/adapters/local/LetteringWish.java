package dev.pentimento.adapters.local;

import dev.pentimento.ports.failure.ProviderFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One correction that an instruction asks for.
 *
 * @param wrong the lettering as it stands; null = the user did not say
 * @param right as it should be
 */
record LetteringWish(@Nullable String wrong, String right) {
    private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";
    private static final Pattern QUOTED = Pattern.compile("[" + QUOTES + "]([^" + QUOTES + "]+)[" + QUOTES + "]"
            + "|(?<![\\p{L}\\p{N}])['\u2018\u2019]([^'\u2018\u2019]+)['\u2018\u2019](?![\\p{L}\\p{N}])");
    private static final Pattern RIGHT_COMES_FIRST =
            Pattern.compile("\\b(instead of|rather than|not|in place of|replaces)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARROW =
            Pattern.compile("^(?:.*:)?\\s*(\\S.*?)\\s*(?:->|=>|\u2192|\u21d2)\\s*(\\S.*)$");
    private static final Pattern SWAP = Pattern.compile(
            "\\b(?:replace|change|correct|turn|fix)\\s+(?:the\\s+)?(?:word\\s+|text\\s+)?(\\S+)\\s+(?:with|to|by|into)\\s+(?:the\\s+word\\s+)?(\\S+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOULD_READ = Pattern.compile(
            "\\b(?:should|must|shall|to|make it|let it)\\s+(?:read|say|be|spell)\\s+(\\S.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> KNOWN = Set.of(
            ("a an and as at be but by caption change correct correctly error fix for from has heading headline in instead into is it its"
                            + " label letter lettering letters line logo make misspelled misspelling misspelt mistake mistakes must name not"
                            + " of on one out place please poster put rather read reads repair replace replaces right say says shall should"
                            + " sign slogan so spell spelled spelling spells spelt text than that the there there's this title to turn typo"
                            + " typos update use with word words write written wrong")
                    .split(" ", -1));

    /**
     * @throws ProviderFailure.InvalidRequest if the instruction does not hold the right words
     */
    static Understood understand(String instruction) {
        List<String> quoted = new ArrayList<>();
        List<String> between = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(instruction);
        int end = 0;
        while (matcher.find()) {
            between.add(instruction.substring(end, matcher.start()));
            quoted.add((matcher.group(1) != null ? matcher.group(1) : matcher.group(2)).strip());
            end = matcher.end();
        }
        between.add(instruction.substring(end));
        if (quoted.isEmpty()) {
            return new Understood(List.of(unquoted(instruction)), List.of());
        }
        return new Understood(pairs(quoted, between), unknownWords(String.join(" ", between)));
    }

    private static List<LetteringWish> pairs(List<String> quoted, List<String> between) {
        if (quoted.size() % 2 == 1) {
            return List.of(new LetteringWish(null, quoted.get(quoted.size() - 1)));
        }
        List<LetteringWish> wishes = new ArrayList<>();
        for (int i = 0; i < quoted.size(); i += 2) {
            boolean turned = RIGHT_COMES_FIRST.matcher(between.get(i + 1)).find();
            wishes.add(new LetteringWish(quoted.get(turned ? i + 1 : i), quoted.get(turned ? i : i + 1)));
        }
        return wishes;
    }

    private static LetteringWish unquoted(String instruction) {
        String text = instruction.strip().replaceAll("[.!]+$", "");
        Matcher arrow = ARROW.matcher(text);
        if (arrow.matches()) {
            return new LetteringWish(arrow.group(1), arrow.group(2));
        }
        Matcher swap = SWAP.matcher(text);
        if (swap.find()) {
            return new LetteringWish(swap.group(1), swap.group(2));
        }
        Matcher should = SHOULD_READ.matcher(text);
        if (should.find()) {
            return new LetteringWish(null, should.group(1));
        }
        throw new ProviderFailure.InvalidRequest(
                "The local engine cannot read, so '%s' does not tell it the right words; put them in quotes, such as: change \"SUMER\" to \"SUMMER\""
                        .formatted(instruction));
    }

    private static List<String> unknownWords(String text) {
        List<String> unknown = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
            if (!word.isBlank() && !KNOWN.contains(word) && !unknown.contains(word)) {
                unknown.add(word);
            }
        }
        return unknown;
    }

    /** All corrections of an instruction, and the words around them that say nothing to us. */
    record Understood(List<LetteringWish> wishes, List<String> notUnderstood) {}
}
