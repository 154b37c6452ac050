package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Mask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the line of lettering that a wish is about. */
final class LetteringFinder {
    private static final int SMALLEST_LETTER = 6;
    private static final int LONGEST_WORK_SIDE = 1200;
    private static final double MASKED_SHARE = 0.6;
    private static final double UPPER_CASE_BONUS = 0.03;

    private final OkPlanes picture;
    private final List<TextLine> lines = new ArrayList<>();
    private final List<TextLine> marked = new ArrayList<>();

    /**
     * Looks for lines in {@code whole}.
     *
     * @param allowed where the lettering must lie; null = anywhere
     */
    LetteringFinder(OkPlanes whole, int factor, @Nullable Mask allowed) {
        this.picture = factor == 1 ? whole : whole.shrunk(factor);
        for (List<LetterShape> shapes : LetterShapes.find(picture)) {
            List<LetterShape> inside = shapes.stream()
                    .filter(shape -> allowed == null || isMostlyInside(shape, allowed, factor))
                    .toList();
            lines.addAll(TextLines.of(inside, SMALLEST_LETTER, false));
            marked.addAll(TextLines.of(inside, SMALLEST_LETTER, true));
        }
    }

    /** By how much a picture of this size is made smaller before the search. */
    static int workFactor(int width, int height) {
        return Math.max(1, (Math.max(width, height) + LONGEST_WORK_SIDE / 2) / LONGEST_WORK_SIDE);
    }

    OkPlanes picture() {
        return picture;
    }

    List<TextLine> lines() {
        return lines;
    }

    private boolean isMostlyInside(LetterShape shape, Mask allowed, int factor) {
        int inside = 0;
        for (int i : shape.pixels) {
            int x = Math.min(allowed.size().width() - 1, i % picture.width * factor + factor / 2);
            int y = Math.min(allowed.size().height() - 1, i / picture.width * factor + factor / 2);
            inside += allowed.coverage(x, y) > 0 ? 1 : 0;
        }
        return inside >= MASKED_SHARE * shape.area();
    }

    /** The line, or the words in a line, that look most like {@code wrong}, whatever its case. */
    Optional<Reading> mostLike(String wrong) {
        Optional<Reading> asWritten = bestReading(wrong);
        String capitals = wrong.toUpperCase(Locale.ROOT);
        Optional<Reading> inCapitals = capitals.equals(wrong) ? Optional.empty() : bestReading(capitals);
        boolean capitalsFit = inCapitals.isPresent()
                && inCapitals.get().likeness()
                        > asWritten.map(Reading::likeness).orElse(0.0) + UPPER_CASE_BONUS;
        return capitalsFit ? inCapitals : asWritten;
    }

    private Optional<Reading> bestReading(String text) {
        LineReader reader = new LineReader(text);
        return (reader.hasMarks() ? marked : lines)
                .stream()
                        .flatMap(line -> reader.best(line, picture.width).stream())
                        .max(Reading.BY_LIKENESS);
    }

    /** The line that catches the eye most. */
    Optional<Prominence> mostProminent() {
        return Stream.concat(lines.stream(), marked.stream())
                .map(line -> Prominence.of(line, picture))
                .max(Comparator.comparingDouble(Prominence::value));
    }
}
