package dev.pentimento.adapters.local;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Criterion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Marks 0..10 from figures. Each is ten times the mean of a few degrees 0..1, which rise and fall over the ranges named here; the figures are those of
 * {@link Measures}, the ranges our own choice. What a brief says nothing about is not marked.
 */
final class Marks {
    private final Examination seen;
    private final List<Check> checks;

    Marks(Examination seen, List<Check> checks) {
        this.seen = seen;
        this.checks = checks;
    }

    Map<Criterion, Double> all() {
        Map<Criterion, Double> marks = new EnumMap<>(Criterion.class);
        marks.put(Criterion.COMPOSITION, mark(composition()));
        marks.put(Criterion.TECHNICAL_QUALITY, mark(technicalQuality()));
        marks.put(Criterion.AESTHETICS, mark(aesthetics()));
        styleAndMood().ifPresent(degree -> marks.put(Criterion.STYLE_AND_MOOD, mark(DoubleStream.of(degree))));
        textRendering().ifPresent(degree -> marks.put(Criterion.TEXT_RENDERING, mark(DoubleStream.of(degree))));
        return marks;
    }

    private static double mark(DoubleStream degrees) {
        double mean = degrees.filter(degree -> !Double.isNaN(degree)).average().orElse(0);
        return Math.round(mean * 100) / 10.0;
    }

    /** Weight on both sides alike, not far from the centre, and some ground to rest the eye on. */
    private DoubleStream composition() {
        LayoutFigures layout = seen.measures().layout();
        return DoubleStream.of(
                rising(0.5, 0.05, layout.lean()),
                rising(0.7, 0.2, layout.offCentre()),
                rising(0, 0.25, layout.ground()));
    }

    /** Sharp edges, no large parts without drawing, and light apart from dark. */
    private DoubleStream technicalQuality() {
        return DoubleStream.of(
                rising(3, 0.9, seen.measures().edges().blur()),
                rising(0.4, 0.05, seen.measures().tones().clipped()),
                rising(0.03, 0.12, seen.measures().tones().contrast()));
    }

    /** Neither dull nor shrill, neither empty nor cluttered. */
    private DoubleStream aesthetics() {
        double color = seen.measures().tones().colorfulness();
        double detail = seen.measures().edges().detail();
        return DoubleStream.of(
                rising(0, 15, color) * rising(140, 90, color),
                rising(0, 0.02, detail) * rising(0.5, 0.25, detail),
                rising(0.03, 0.12, seen.measures().tones().contrast()));
    }

    /** How much the picture has of what the checks on style and mood ask for. */
    private OptionalDouble styleAndMood() {
        return checks.stream()
                .filter(check -> check.kind() == CheckKind.STYLE || check.kind() == CheckKind.MOOD)
                .map(Question::of)
                .flatMapToDouble(
                        question -> question.traits().stream().mapToDouble(trait -> degree(trait, question.negative())))
                .filter(degree -> !Double.isNaN(degree))
                .average();
    }

    private double degree(Trait trait, boolean negative) {
        double degree = trait.degree(seen.measures());
        return negative ? 1 - degree : degree;
    }

    private OptionalDouble textRendering() {
        return checks.stream()
                .map(Question::of)
                .filter(question -> !question.negative())
                .flatMap(question -> question.lettering().stream())
                .mapToDouble(text -> Math.max(0, Math.min(1, seen.script().likeness(text))))
                .average();
    }

    /** 0 at {@code from}, 1 at {@code to}, straight in between. */
    private static double rising(double from, double to, double value) {
        double share = (value - from) / (to - from);
        return Double.isNaN(share) ? share : Math.max(0, Math.min(1, share));
    }
}
