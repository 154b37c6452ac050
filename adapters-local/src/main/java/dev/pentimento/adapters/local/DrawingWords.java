package dev.pentimento.adapters.local;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what is to be drawn from an instruction and its brief. */
final class DrawingWords {
    private static final Set<String> WITHOUT_WEIGHT =
            Set.of(("a about above all also an and any are art as at be beautiful below beside best big brief"
                            + " business but by called can color colors colour colours company concept cool could create creative d design"
                            + " designed draw drawing elements em featuring fine firm for friendly from generate generated get give good"
                            + " graphic great had has have her his i idea image in inspired into is it its just let lettering"
                            + " like little ll local logo looking lovely m main make me mood my name named need new next nice no of on one or"
                            + " original our over page paint palette photo picture plain please pretty professional quick re reading reads s"
                            + " saying says scheme set shop show showing shows slogan some something store studio style styled stylish"
                            + " subject subtle such t tagline team text thank thanks that the their them theme there this title titled to tone tones"
                            + " two under up us use using ve vector very want wants we which white with without word words would yes you your")
                    .split(" ", -1));

    private final Set<Motif> motifs = new LinkedHashSet<>();
    private final Map<Motif, Integer> counts = new EnumMap<>(Motif.class);
    private final Set<DrawingStyle> styles = EnumSet.noneOf(DrawingStyle.class);
    /** Words that call for a theme and for nothing else; they weigh more. */
    private final List<String> themeWords = new ArrayList<>();

    private final List<String> motifWords = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    private DrawingWords() {}

    static DrawingWish read(String instruction, Brief brief) {
        DrawingWords words = new DrawingWords();
        NamesInWords names = NamesInWords.of(List.of(instruction, brief.logo(), brief.prompt()));
        ThemePalettes.words(brief.theme()).forEach(words::take);
        names.rest().forEach(text -> ThemePalettes.words(text).forEach(words::take));
        names.rest().forEach(words::count);
        if (words.motifs.isEmpty()) {
            names.found().forEach(name -> ThemePalettes.words(name).forEach(words::takeMotif));
        }
        return words.wish(names.found());
    }

    private void take(String word) {
        Set<DrawingStyle> style = DrawingStyle.calledBy(word);
        boolean themed = Themes.knows(word);
        if (Themes.isName(word)) {
            themeWords.add(word);
        }
        styles.addAll(style);
        Motif.calledBy(word)
                .ifPresentOrElse(
                        motif -> {
                            motifs.add(motif);
                            motifWords.add(word);
                        },
                        () -> {
                            if (themed) {
                                themeWords.add(word);
                            } else if (style.isEmpty() && !WITHOUT_WEIGHT.contains(word) && isWord(word)) {
                                unknown.add(word);
                            }
                        });
    }

    /** What a name shows needs no saying; what it does not show is no mistake. */
    private void takeMotif(String word) {
        Motif.calledBy(word).ifPresent(motif -> {
            motifs.add(motif);
            motifWords.add(word);
        });
    }

    /** What is said in numbers of what can be drawn. */
    private void count(String text) {
        NounPhrase.in(text).stream()
                .filter(phrase -> phrase.count() > 1 && !phrase.absent())
                .forEach(phrase -> Motif.calledBy(phrase.head()).ifPresent(motif -> {
                    counts.putIfAbsent(motif, phrase.count());
                    unknown.removeIf(word -> NounPhrase.number(word) == phrase.count());
                }));
    }

    private static boolean isWord(String word) {
        return word.codePoints().anyMatch(Character::isLetter);
    }

    private DrawingWish wish(List<String> names) {
        List<String> moods = themeWords.isEmpty() ? motifWords : themeWords;
        boolean themed = !Themes.calledBy(moods).isEmpty();
        return new DrawingWish(
                inOrder(), Map.copyOf(counts), names, palettes(moods, themed), themed, styles, List.copyOf(unknown));
    }

    /** There is not room for all: what is counted is not left out. */
    private List<Motif> inOrder() {
        return motifs.stream()
                .sorted(Comparator.comparing(motif -> !counts.containsKey(motif)))
                .toList();
    }

    /** Neon is for those who ask for it. */
    private static List<Palette> palettes(List<String> moods, boolean themed) {
        List<Palette> loud = Themes.named("neon").palettes();
        return ThemePalettes.suiting(moods).stream()
                .filter(palette -> themed || !loud.contains(palette))
                .toList();
    }
}
