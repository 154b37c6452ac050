package dev.pentimento.adapters.local;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.RefinedPrompt.Strategy;
import dev.pentimento.ports.out.PromptWriter.Shortfall;
import dev.pentimento.ports.out.PromptWriter.Trial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Mends a prompt by what failed and by what this engine's critic suggests: turns levers for what can be measured, names the colours that are missed, and
 * puts the thing that is missed first. What it has no words for it leaves alone; where nothing is left to do, the prompt comes back as it was. Used once.
 */
final class Mending {
    private static final int MOST_COLORS = 4;

    private final Shortfall shortfall;
    private final Set<String> changes = new LinkedHashSet<>();

    Mending(Shortfall shortfall) {
        this.shortfall = shortfall;
    }

    RefinedPrompt mended() {
        String words = shortfall.prompt().isBlank() ? shortfall.brief() : shortfall.prompt();
        Orders before = Orders.of(words);
        Orders named = withColors(withSubject(before));
        return ways().map(way -> named.with(turned(before.tuning(), way)))
                .filter(after -> !isTried(after.prompt()))
                .findFirst()
                .map(after -> new RefinedPrompt(after.prompt(), List.copyOf(changes), strategy(before, after)))
                .orElseGet(() -> new RefinedPrompt(
                        words, List.of("Nothing that failed can be put in other words"), Strategy.RESAMPLE));
    }

    /** What only turns and colours can be done to the picture itself. */
    private static Strategy strategy(Orders before, Orders after) {
        return before.shown().equals(after.shown()) ? Strategy.EDIT_IMAGE : Strategy.REWRITE_PROMPT;
    }

    private boolean isTried(String prompt) {
        return Stream.concat(
                        Stream.of(shortfall.prompt()),
                        shortfall.history().stream().map(Trial::prompt))
                .map(Mending::words)
                .anyMatch(words(prompt)::equals);
    }

    private static List<String> words(String prompt) {
        return ThemePalettes.words(prompt);
    }

    /** As it comes first. Where that was tried already it has not helped: then only a little, and at last further. */
    private static Stream<BiFunction<Tuning, Remedy, Tuning>> ways() {
        return Stream.of(
                Tuning::turned,
                Tuning::nudged,
                (tuning, remedy) -> tuning.turned(remedy).turned(remedy));
    }

    private Tuning turned(Tuning before, BiFunction<Tuning, Remedy, Tuning> way) {
        Tuning tuning = before;
        for (Remedy remedy : remedies()) {
            tuning = way.apply(tuning, remedy);
            changes.add("made it " + remedy.words());
        }
        return tuning;
    }

    /** The heavier side wins where two checks want the opposite; suggestions count as the lightest checks. */
    private List<Remedy> remedies() {
        Map<Lever, Integer> pull = new EnumMap<>(Lever.class);
        shortfall
                .failed()
                .forEach(check -> wanted(Question.of(check))
                        .forEach(remedy ->
                                pull.merge(remedy.lever(), check.weight() * remedy.direction(), Integer::sum)));
        shortfall.suggestions().stream()
                .flatMap(text -> Tuning.of(text).stream())
                .flatMap(tuning -> tuning.levels().entrySet().stream())
                .forEach(level -> pull.merge(level.getKey(), Integer.signum(level.getValue()), Integer::sum));
        return pull.entrySet().stream()
                .map(entry -> new Remedy(entry.getKey(), Integer.signum(entry.getValue())))
                .filter(remedy -> remedy.direction() != 0 && remedy.isPossible())
                .toList();
    }

    private static Stream<Remedy> wanted(Question question) {
        return question.whole() ? question.remedies() : Stream.empty();
    }

    /** Missed colours come first, then those that were there, then what else the brief names. */
    private Orders withColors(Orders orders) {
        Set<ColorName> missed = colors(false);
        Set<ColorName> unwanted = colors(true);
        if (missed.isEmpty() && orders.colors().stream().noneMatch(unwanted::contains)) {
            return orders;
        }
        Set<ColorName> all = new LinkedHashSet<>(missed);
        all.addAll(orders.colors());
        all.addAll(Question.colorsIn(shortfall.brief()));
        all.removeAll(unwanted);
        missed.forEach(color -> changes.add("named the colour " + color.label()));
        return orders.with(all.stream().limit(MOST_COLORS).toList());
    }

    private Set<ColorName> colors(boolean unwanted) {
        Set<ColorName> colors = new LinkedHashSet<>();
        for (Check check : shortfall.failed()) {
            Question question = Question.of(check);
            if (!question.asksForThings() && question.negative() == unwanted) {
                colors.addAll(question.colors());
            }
        }
        return colors;
    }

    private Orders withSubject(Orders orders) {
        List<String> missed = missedThings();
        if (missed.isEmpty()) {
            return orders;
        }
        String subject = String.join(", ", missed);
        if (!orders.leads(subject)) {
            changes.add("put first: " + subject);
        }
        return orders.leading(subject);
    }

    private List<String> missedThings() {
        List<Motif> missed = new ArrayList<>();
        shortfall.failed().stream()
                .map(Question::of)
                .filter(question -> question.asksForThings() && !question.negative())
                .forEach(question -> missed.addAll(question.motifs()));
        shortfall.suggestions().stream()
                .flatMap(text -> Faults.shown(text).stream())
                .forEach(missed::add);
        return missed.stream().distinct().map(Motif::label).toList();
    }
}
