package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes words off a picture and sets others in their place. */
final class LineSetter {
    /** Letters may become this much narrower before they become smaller. */
    private static final double NARROWEST = 0.85;
    /** By so many px may a narrowed line turn out wider. */
    private static final int ROUNDING = 2;

    private final Raster base;
    private final WordRun run;
    private final Slot slot;
    private final LiftedInk lifted;
    private final double angle;
    private final List<TextLine> letters;
    private final List<Stencil> stencils;

    /**
     * @param workWidth width in px of the picture in which the run was found
     * @param factor how many px of {@code base} are one px there
     */
    LineSetter(Raster base, WordRun run, Slot slot, int workWidth, int factor) {
        this.base = base;
        this.run = run;
        this.slot = slot;
        this.letters = movable(run, slot.alignment());
        this.angle = Math.atan(run.line().slope());
        List<TextLine> still = run.line().letters().stream()
                .filter(letter -> !letters.contains(letter))
                .toList();
        this.lifted = LiftedInk.lift(base, workBox(factor), letters, still, workWidth, factor);
        this.stencils = IntStream.range(0, letters.size())
                .mapToObj(lifted::letter)
                .map(this::level)
                .toList();
    }

    /** Letters on the side where the line stays flush keep their place, so they are not even touched. */
    private static List<TextLine> movable(WordRun run, Alignment alignment) {
        Box words = run.words().box();
        return run.line().letters().stream()
                .filter(letter -> alignment != Alignment.LEFT || letter.box().right() > words.left())
                .filter(letter -> alignment != Alignment.RIGHT || letter.box().left() < words.right())
                .toList();
    }

    private Box workBox(int factor) {
        Box line = run.line().box().scaled(factor);
        int height = line.height();
        Box wide = new Box(
                Math.min(slot.left(), line.left()), line.top(), Math.max(slot.right(), line.right()), line.bottom());
        int tilt = (int) (Math.abs(run.line().slope()) * wide.width() / 2);
        return wide.grown(height / 2, (int) (0.6 * height) + tilt).within(Box.ofSize(base.width(), base.height()));
    }

    /** A letter on the line turned level; both frames share their centre. */
    private Stencil level(Stencil letter) {
        if (angle == 0) {
            return letter;
        }
        Coverage whole = new Coverage(lifted.box.width(), lifted.box.height());
        letter.drawOn(whole);
        return Stencil.cutFrom(Turned.level(whole, angle));
    }

    /**
     * Writes {@code right} where the run stood.
     *
     * @param wrong what the run says; null = nobody knows
     */
    Raster write(@Nullable String wrong, String right) {
        List<Stencil> before = new ArrayList<>();
        List<Stencil> old = new ArrayList<>();
        List<Stencil> after = new ArrayList<>();
        for (int k = 0; k < stencils.size(); k++) {
            boolean inRun =
                    run.words().shapes().contains(letters.get(k).shapes().get(0));
            (inRun ? old : old.isEmpty() ? before : after).add(stencils.get(k));
        }
        TypeFit type = typeOf(old, wrong, right);
        List<Stencil> line = new ArrayList<>(before);
        List<Stencil> fresh = freshWords(wrong, right, old, type);
        line.addAll(fresh);
        double shift = end(fresh) - end(old);
        after.forEach(letter -> line.add(letter.startingAt(letter.inkLeft() + shift)));
        return composed(placed(line, type.baseline()));
    }

    private TypeFit typeOf(List<Stencil> old, @Nullable String wrong, String right) {
        return wrong == null
                ? TypeFit.byWeight(drawn(old), old, right)
                : TypeFit.of(drawn(old), old.stream().map(Stencil::map).toList(), wrong);
    }

    private List<Stencil> freshWords(@Nullable String wrong, String right, List<Stencil> old, TypeFit type) {
        double start = old.stream().mapToDouble(Stencil::inkLeft).min().orElse(0);
        Optional<GlyphStock> stock = wrong == null ? Optional.empty() : GlyphStock.of(wrong, old, type, right);
        return stock.map(glyphs -> glyphs.set(right, start)).orElseGet(() -> List.of(type.set(right, start)));
    }

    private static double end(List<Stencil> line) {
        return line.stream().mapToDouble(Stencil::inkRight).max().orElse(0);
    }

    private static double start(List<Stencil> line) {
        return line.stream().mapToDouble(Stencil::inkLeft).min().orElse(0);
    }

    private Coverage drawn(List<Stencil> line) {
        int width = angle == 0 ? lifted.box.width() : levelSize().width();
        int height = angle == 0 ? lifted.box.height() : levelSize().height();
        Coverage map = new Coverage(width, height);
        line.forEach(letter -> letter.drawOn(map));
        return map;
    }

    private Box levelSize() {
        double cos = Math.abs(Math.cos(angle));
        double sin = Math.abs(Math.sin(angle));
        int width = lifted.box.width();
        int height = lifted.box.height();
        return Box.ofSize((int) Math.ceil(width * cos + height * sin), (int) Math.ceil(height * cos + width * sin));
    }

    /** Moves the new line to where the old one stood, made smaller where it would not fit. */
    private Coverage placed(List<Stencil> line, double baseline) {
        double offset = angle == 0
                ? lifted.box.left()
                : lifted.box.centreX() - levelSize().width() / 2.0;
        double slotLeft = slot.left() - offset;
        double slotRight = slot.right() - offset;
        double fit = Math.min(1, (slotRight - slotLeft - ROUNDING) / (end(line) - start(line)));
        List<Stencil> fitting = fit == 1
                ? line
                : line.stream()
                        .map(letter -> letter.scaled(fit, Math.min(1, fit / NARROWEST), baseline))
                        .toList();
        double width = end(fitting) - start(fitting);
        double left = slot.alignment().start(start(stencils), end(stencils), width, slotLeft, slotRight);
        double shift = Math.round(left - start(fitting));
        return drawn(fitting.stream()
                .map(letter -> new Stencil(letter.map(), letter.left() + shift, letter.top()))
                .toList());
    }

    private Raster composed(Coverage levelInk) {
        Box box = lifted.box;
        Coverage ink = angle == 0 ? levelInk : backInBox(Turned.level(levelInk, -angle));
        int[] pixels = base.toArray();
        for (int i = 0; i < ink.values.length; i++) {
            int x = i % box.width();
            int y = i / box.width();
            int place = (box.top() + y) * base.width() + box.left() + x;
            int under = lifted.hole[i] ? lifted.beneath.argb(i) : pixels[place];
            float share = ink.values[i];
            pixels[place] = share == 0 ? under : Blend.mix(under, lifted.colour.argb(x, y), share);
        }
        return Raster.of(base.size(), pixels);
    }

    private Coverage backInBox(Coverage turned) {
        Coverage result = new Coverage(lifted.box.width(), lifted.box.height());
        double left = (result.width - turned.width) / 2.0;
        double top = (result.height - turned.height) / 2.0;
        new Stencil(turned, left, top).drawOn(result);
        return result;
    }

    /**
     * Where a line may stand.
     *
     * @param left first column in px
     * @param right first column that is too far
     */
    record Slot(int left, int right, Alignment alignment) {}
}
