package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lettering in one picture. It is looked for when first asked for; for one thread. */
final class Script {
    /** A line is taken for lettering from so many letters on. */
    private static final int FEWEST_LETTERS = 4;
    /** Below this likeness nothing in the picture resembles the words. */
    private static final double UNLIKE = 0.3;

    private final Raster picture;
    private @Nullable LetteringFinder finder;

    Script(Raster picture) {
        this.picture = picture;
    }

    private LetteringFinder finder() {
        LetteringFinder found = finder;
        if (found == null) {
            int factor = LetteringFinder.workFactor(picture.width(), picture.height());
            found = new LetteringFinder(OkPlanes.of(picture), factor, null);
            finder = found;
        }
        return found;
    }

    /** Whether given words are to be read, by laying them in several faces over what looks like lettering. */
    Judged reads(String text) {
        double likeness = likeness(text);
        String evidence =
                String.format(Locale.ROOT, "the likest lettering matches \"%s\" at %.2f of 1", text, likeness);
        if (likeness >= Reading.VERY_SURE) {
            return Judged.yes(Math.min(0.95, likeness), evidence);
        }
        return likeness < UNLIKE ? Judged.no(0.6, evidence) : Judged.unsure(evidence);
    }

    /** -1..1; of words that stand on several lines, the word that is told worst. */
    double likeness(String text) {
        double whole = likest(text);
        if (whole >= Reading.VERY_SURE || !text.contains(" ")) {
            return whole;
        }
        return Math.max(
                whole,
                Arrays.stream(text.strip().split("\\s+", -1))
                        .mapToDouble(this::likest)
                        .min()
                        .orElse(whole));
    }

    private double likest(String text) {
        return Optional.of(text)
                .flatMap(finder()::mostLike)
                .map(Reading::likeness)
                .orElse(0.0);
    }

    /** Whether anything looks like a line of letters. */
    Judged hasLettering() {
        long lines = finder().lines().stream()
                .filter(line -> line.letters().size() >= FEWEST_LETTERS && line.isEven())
                .count();
        String evidence = "%d lines look like lettering".formatted(lines);
        return lines > 0 ? Judged.yes(0.5, evidence) : Judged.no(0.7, evidence);
    }
}
