package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A thing that a text speaks of: what follows an article or a number, up to the next small word.
 *
 * @param count how many; 0 = the text does not say
 * @param words adjectives and the thing itself, lower case
 * @param before what joins it to the thing before it, such as {@code under}; empty if nothing does
 * @param doing what it does, such as {@code running}; empty if the text does not say
 * @param absent whether it shall not be there
 */
record NounPhrase(int count, List<String> words, String before, String doing, boolean absent) {
    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("single", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7));
    private static final Set<String> ARTICLES =
            Set.of("a", "an", "the", "some", "several", "many", "its", "their", "his", "her");
    private static final Set<String> ABSENT = Set.of("no", "without");
    private static final Set<String> PLACES =
            Set.of("on", "under", "above", "below", "beside", "behind", "over", "beneath", "inside", "near", "between");
    private static final Set<String> SMALL = Set.of(
            ("and or with of in at by to from for into through against among around along as is are was were that which who"
                            + " while when but so very than like not be being has have showing reading sits stands lies runs flies goes walks sleeps"
                            + " rises sets shines glows stretches hangs rests waits plays swims jumps climbs grows leads crosses during before after across up down")
                    .split(" ", -1));
    /** What is said of a picture and is no thing in it. */
    private static final Set<String> NO_THINGS = Set.of(
            ("light mood style background foreground picture image scene colours colors tones atmosphere day night evening morning"
                            + " feeling look view way middle centre center top front distance side edge letters composition palette contrast"
                            + " title prompt illustration poster drawing photo photograph painting print bit lot touch sense"
                            + " moment time kind one air logo name words glow afternoon dusk dawn"
                            + " midnight noon winter summer spring autumn season weather shades tone colour color hour am pm")
                    .split(" ", -1));

    private static final Set<String> MASSES = Set.of(
            "snow", "water", "rain", "mist", "fog", "grass", "sand", "smoke", "fire", "ice", "lightning", "thunder");

    /** A digit counts what follows it; one that is part of a size, a ratio or a year does not. */
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}'\u2019-]+|(?<![\\p{L}\\d.,:/'-])[1-9](?=\\s+\\p{L})|[,.;:!?\\n]");

    private static final int LONGEST = 6;

    /** Those of a text, in its order. */
    static List<NounPhrase> in(String text) {
        List<String> tokens = TOKEN.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        List<NounPhrase> found = new ArrayList<>();
        String place = "";
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (PLACES.contains(token)) {
                place = token;
            } else if (opens(token)) {
                NounPhrase phrase = read(tokens, i, found.isEmpty() ? "" : place);
                if (!phrase.words.isEmpty() && phrase.isThing()) {
                    found.add(phrase);
                    i += phrase.words.size();
                }
                place = "";
            } else if (isStop(token)) {
                place = "";
            }
        }
        return found;
    }

    /** What a word counts, 1..9; 0 = it is no number that we know. */
    static int number(String word) {
        return word.length() == 1 && Character.isDigit(word.charAt(0))
                ? word.charAt(0) - '0'
                : COUNTS.getOrDefault(word, 0);
    }

    private static boolean opens(String token) {
        return ARTICLES.contains(token) || number(token) > 0 || ABSENT.contains(token);
    }

    private static NounPhrase read(List<String> tokens, int start, String place) {
        List<String> words = new ArrayList<>();
        int i = start + 1;
        while (i < tokens.size() && words.size() < LONGEST && goesOn(tokens.get(i), words)) {
            if (!opens(tokens.get(i)) && !tokens.get(i).equals("and")) {
                words.add(tokens.get(i));
            }
            i++;
        }
        String next = i < tokens.size() ? tokens.get(i) : "";
        int count = number(tokens.get(start));
        return new NounPhrase(
                count, List.copyOf(words), place, isDoing(next) ? next : "", ABSENT.contains(tokens.get(start)));
    }

    private static boolean goesOn(String token, List<String> words) {
        if (token.equals("of")) {
            return !words.isEmpty() && !words.contains(token);
        }
        if (token.equals("and")) {
            return joinsColors(words);
        }
        boolean doing = isDoing(token) && !words.isEmpty();
        return !isStop(token) && !doing && !(opens(token) && !words.isEmpty());
    }

    /** As in "a red and white boat". */
    private static boolean joinsColors(List<String> words) {
        return !words.isEmpty() && Question.color(words.get(words.size() - 1)).isPresent();
    }

    private static boolean isStop(String token) {
        return SMALL.contains(token) || PLACES.contains(token) || !Character.isLetter(token.charAt(0));
    }

    private static boolean isDoing(String token) {
        return token.length() > 5 && token.endsWith("ing");
    }

    private boolean isThing() {
        return !head().equals("of")
                && !NO_THINGS.contains(head())
                && Question.color(head()).isEmpty()
                && TraitWords.in(head()).stream().noneMatch(trait -> trait.isAdjective(head()));
    }

    /** Whether there is one of it, as of a boat, and not some, as of snow. */
    boolean isCounted() {
        return !MASSES.contains(head());
    }

    /** The thing without its adjectives. */
    String head() {
        return words.get(words.size() - 1);
    }

    /** The thing with those adjectives that name neither a colour nor a trait; of what the engine can draw, the thing alone. */
    String thing() {
        if (Motif.calledBy(head()).isPresent() && !words.contains("of")) {
            return words.stream()
                    .filter(word -> Motif.calledBy(word).isPresent())
                    .collect(Collectors.joining(" "));
        }
        List<String> rest = words.stream()
                .filter(word -> word.equals(head())
                        || (Question.color(word).isEmpty()
                                && TraitWords.in(word).isEmpty()))
                .toList();
        return String.join(" ", rest);
    }

    boolean isPlural() {
        return count > 1 || (count == 0 && head().endsWith("s") && !head().endsWith("ss"));
    }
}
