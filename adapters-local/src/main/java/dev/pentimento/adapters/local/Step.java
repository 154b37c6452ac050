package dev.pentimento.adapters.local;

import dev.pentimento.domain.refinement.PreserveAspect;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleFunction;

/**
 * One part of a plan.
 *
 * @param label as people say it
 * @param topic what it is about; of two steps with one topic the later counts
 * @param turn when it is done: together with this operation
 * @param whole whether it is that operation, done to the whole picture
 * @param onBackground whether it needs a plain background to work on
 * @param touches what can only be left as it is without this step
 * @param maker turns the amount into the change
 * @param amount 0..1
 */
record Step(
        String label,
        String topic,
        Operation turn,
        boolean whole,
        boolean onBackground,
        Set<PreserveAspect> touches,
        DoubleFunction<Edit> maker,
        double amount) {
    private static final Set<PreserveAspect> COLORS = Set.of(PreserveAspect.COLORS, PreserveAspect.COLOR_SCHEME);
    /** After what is cut and simplified, before light and overall colour. */
    private static final Operation NAMED_COLORS = Operation.POSTER;

    /** The whole picture. */
    static Step whole(Operation operation, double amount) {
        return new Step(
                operation.label(),
                operation.topic(),
                operation,
                true,
                operation == Operation.TRANSPARENT,
                operation.touches(),
                operation::edit,
                amount);
    }

    /** Only the plain background. */
    static Step background(Operation operation, double amount) {
        return new Step(
                operation.label() + " background",
                operation.topic() + " background",
                operation,
                false,
                true,
                operation.touches(),
                k -> BackdropEdits.only(operation.edit(k)),
                amount);
    }

    /** The plain background in one colour. */
    static Step paint(WantedColor color, double amount) {
        return new Step(
                color.label() + " background",
                "background",
                Operation.TRANSPARENT,
                false,
                true,
                COLORS,
                k -> BackdropEdits.paint(color.shade(), ToneEdits.settled(k)),
                amount);
    }

    /** The pixels of one colour. */
    static Step oneColor(ColorName color, Operation operation, double amount) {
        return new Step(
                operation.label() + " " + color.label(),
                operation.topic() + " " + color.label(),
                NAMED_COLORS,
                false,
                false,
                operation.touches(),
                k -> ColorEdits.only(color, ofOneColor(operation, k)),
                amount);
    }

    private static Edit ofOneColor(Operation operation, double amount) {
        return switch (operation) {
            case BRIGHTER -> ColorEdits.light(amount);
            case DARKER -> ColorEdits.light(-amount);
            default -> operation.edit(amount);
        };
    }

    /** One colour becomes another. */
    static Step recolor(ColorName from, WantedColor to, double amount) {
        return ofColors(
                from.label() + " to " + to.label(), from.label(), k -> ColorEdits.recolor(from, to.shade(), k), amount);
    }

    /** One colour leans towards another, as in "make the red greener". */
    static Step lean(ColorName from, WantedColor to, double amount) {
        return ofColors(
                from.label() + " towards " + to.label(),
                from.label(),
                k -> ColorEdits.only(from, ColorEdits.tint(to.shade(), k)),
                amount);
    }

    /** A breath of one colour over the picture. */
    static Step tint(WantedColor color, double amount) {
        return ofColors("a touch of " + color.label(), "tint", k -> ColorEdits.tint(color.shade(), k), amount);
    }

    /** The picture in shades of one colour. */
    static Step colorize(WantedColor color, double amount) {
        return ofColors("all in " + color.label(), "tint", k -> ColorEdits.colorize(color.shade(), k), amount);
    }

    private static Step ofColors(String label, String topic, DoubleFunction<Edit> maker, double amount) {
        return new Step(label, topic, NAMED_COLORS, false, false, COLORS, maker, amount);
    }

    Step withAmount(double other) {
        return new Step(label, topic, turn, whole, onBackground, touches, maker, Math.max(0, Math.min(1, other)));
    }

    boolean is(Operation operation) {
        return whole && turn == operation;
    }

    boolean moves() {
        return whole && turn.moves();
    }

    /** What goes well with it. */
    List<Operation> companions() {
        return whole ? turn.companions() : List.of();
    }

    Edit edit() {
        return maker.apply(amount);
    }

    String words() {
        return String.format(Locale.ROOT, "%s %s", label, Math.round(amount * 100) / 100.0);
    }
}
