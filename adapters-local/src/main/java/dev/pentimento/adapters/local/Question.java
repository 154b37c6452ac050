package dev.pentimento.adapters.local;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check asks for, as far as figures or shapes could tell.
 *
 * @param lettering what shall be read; may be empty
 * @param whole whether it is about the picture and not about a thing in it
 * @param negative whether the good answer is that it is not there
 * @param count how many things; 0 = it does not say
 * @param rest words that say nothing to us
 */
record Question(
        CheckKind kind,
        Set<Trait> traits,
        Set<ColorName> colors,
        List<Motif> motifs,
        List<String> lettering,
        boolean whole,
        boolean dominant,
        boolean negative,
        int count,
        Set<String> places,
        List<String> rest) {
    private static final Set<CheckKind> OF_THE_WHOLE =
            EnumSet.of(CheckKind.STYLE, CheckKind.MOOD, CheckKind.COMPOSITION);
    private static final Set<CheckKind> OF_THINGS =
            EnumSet.of(CheckKind.OBJECT, CheckKind.COUNT, CheckKind.RELATION, CheckKind.ACTION);
    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201c\u201d\u201e]([^\"\u201c\u201d\u201e]+)[\"\u201c\u201d\u201e]");
    private static final Set<String> LETTERS = Set.of(
            "text", "lettering", "letters", "letter", "words", "word", "writing", "caption", "captions", "typography");
    private static final Set<String> NOT =
            Set.of("no", "not", "without", "free", "absent", "lack", "lacks", "avoid", "none");
    private static final Set<String> MAIN =
            Set.of("main", "mainly", "mostly", "dominant", "dominate", "dominates", "dominated");
    private static final Set<String> PICTURE = Set.of(
            "picture",
            "image",
            "scene",
            "illustration",
            "photo",
            "photograph",
            "poster",
            "drawing",
            "artwork",
            "overall",
            "whole",
            "palette",
            "colours",
            "colors",
            "lighting",
            "mood",
            "atmosphere",
            "composition",
            "logo");
    private static final Set<String> PLACES = Set.of("under", "below", "beneath", "above", "over", "beside");
    private static final Set<String> WITHOUT_WEIGHT = Set.of(
            ("a all an and any are as at be been being by can clear clearly color colour does do exactly feel feels feeling for from give has"
                            + " have in is it its itself kept look looks looking made of on or one overall parts part present rather read"
                            + " reads really say says see seem seems seen show shown shows side so some style such than that the their"
                            + " there thing things this to tone tones use used uses very visible which with light arrangement"
                            + " s spelled correctly ones hold holds held kind anything right left legibly"
                            + " legible it's was were image's picture's impression rendered appear appears convey conveys throughout")
                    .split(" ", -1));

    static Question of(Check check) {
        List<String> lettering = quoted(check.question());
        String text = QUOTED.matcher(check.question()).replaceAll(" ");
        List<String> words = ThemePalettes.words(text).stream()
                .filter(word -> !word.isEmpty())
                .toList();
        boolean whole = OF_THE_WHOLE.contains(check.kind())
                || (!OF_THINGS.contains(check.kind()) && words.stream().anyMatch(PICTURE::contains));
        return new Question(
                check.kind(),
                TraitWords.in(text),
                colorsIn(text),
                motifs(words),
                lettering,
                whole,
                words.stream().anyMatch(MAIN::contains),
                check.kind() == CheckKind.NEGATION || words.stream().anyMatch(NOT::contains),
                count(words),
                words.stream().filter(PLACES::contains).collect(Collectors.toUnmodifiableSet()),
                rest(TraitWords.without(text)));
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(Question::first).toList();
    }

    private static String first(MatchResult match) {
        return match.group(1).strip();
    }

    /** The colours that a text names, in its order. */
    static Set<ColorName> colorsIn(String text) {
        Set<ColorName> colors = new LinkedHashSet<>();
        ThemePalettes.words(TraitWords.withoutPhrases(text))
                .forEach(word -> color(word).ifPresent(colors::add));
        return colors;
    }

    static Optional<ColorName> color(String word) {
        return Arrays.stream(ColorName.values())
                .filter(color -> List.of(color.words()).contains(word)
                        || Inflection.bases(word).stream().anyMatch(List.of(color.words())::contains))
                .findFirst();
    }

    private static List<Motif> motifs(List<String> words) {
        return words.stream()
                .flatMap(word -> Motif.calledBy(word).stream())
                .distinct()
                .toList();
    }

    private static int count(List<String> words) {
        return words.stream().mapToInt(NounPhrase::number).max().orElse(0);
    }

    private static List<String> rest(String text) {
        return ThemePalettes.words(text).stream()
                .filter(word -> word.length() > 1
                        && !WITHOUT_WEIGHT.contains(word)
                        && !NOT.contains(word)
                        && !MAIN.contains(word)
                        && !PICTURE.contains(word)
                        && !LETTERS.contains(word)
                        && !PLACES.contains(word)
                        && NounPhrase.number(word) == 0
                        && color(word).isEmpty()
                        && Motif.calledBy(word).isEmpty())
                .distinct()
                .toList();
    }

    /** Whether it is about lettering of any kind. */
    boolean asksForAnyLettering() {
        return lettering.isEmpty() && kind != CheckKind.TEXT && rest.isEmpty() && traits.isEmpty() && colors.isEmpty();
    }

    /** What can be turned so that the answer is better. */
    Stream<Remedy> remedies() {
        return traits.stream()
                .flatMap(trait -> trait.remedies().stream())
                .map(remedy -> negative ? remedy.reversed() : remedy);
    }

    static boolean isLetters(String word) {
        return LETTERS.contains(word);
    }

    boolean asksForThings() {
        return OF_THINGS.contains(kind);
    }

    boolean asksForFigures() {
        return !traits.isEmpty() || !colors.isEmpty();
    }
}
