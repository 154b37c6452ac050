package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replaced by what.
 *
 * @param wrong what the run says, in the case it is drawn in; null = nobody knows
 */
record Target(WordRun run, @Nullable String wrong, String right) {
    private static final double MARGIN = 0.05;

    /**
     * Finds the words a wish is about.
     *
     * @param pointedAt whether the user said where, so that there can be less doubt
     * @throws ProviderFailure.InvalidRequest if they are not to be found
     */
    static Target find(LetteringFinder finder, LetteringWish wish, boolean pointedAt) {
        String wrong = wish.wrong();
        if (wrong == null) {
            return unnamed(finder, wish.right(), pointedAt);
        }
        Optional<Target> whole = named(finder, wrong, wish.right());
        return whole.map(Target::narrowed)
                .or(() -> changedWords(finder, wrong, wish.right()))
                .or(() -> pointedAt ? Optional.of(unnamed(finder, wish.right(), true)) : Optional.empty())
                .orElseThrow(() -> new ProviderFailure.InvalidRequest(
                        "No lettering that looks like \"%s\" was found; say where it is with a mask around the wrong words"
                                .formatted(wrong)));
    }

    private static Optional<Target> named(LetteringFinder finder, String wrong, String right) {
        return finder.mostLike(wrong)
                .filter(reading -> reading.likeness() >= Reading.SURE)
                .map(reading -> new Target(
                        reading.run(),
                        reading.text(),
                        reading.text().equals(wrong) ? right : right.toUpperCase(Locale.ROOT)));
    }

    /** Leaves words at both ends that stay the same as they are, where the words of the run can be told apart. */
    private Target narrowed() {
        String[] before = Objects.requireNonNull(wrong).split("\\s+", -1);
        String[] after = right.split("\\s+", -1);
        List<List<LetterShape>> words = run.words().words();
        int start = 0;
        int most = Math.min(before.length, after.length) - 1;
        while (start < most && before[start].equals(after[start])) {
            start++;
        }
        int end = 0;
        while (end < most - start && before[before.length - 1 - end].equals(after[after.length - 1 - end])) {
            end++;
        }
        if (words.size() != before.length || start + end == 0) {
            return this;
        }
        List<LetterShape> changed = words.subList(start, words.size() - end).stream()
                .flatMap(List::stream)
                .toList();
        return new Target(
                new WordRun(run.line(), new TextLine(changed, run.line().slope())),
                String.join(" ", Arrays.asList(before).subList(start, before.length - end)),
                String.join(" ", Arrays.asList(after).subList(start, after.length - end)));
    }

    /** When the words stand on several lines: looks for those that change only. */
    private static Optional<Target> changedWords(LetteringFinder finder, String wrong, String right) {
        String[] before = wrong.split("\\s+", -1);
        String[] after = right.split("\\s+", -1);
        if (before.length != after.length || before.length < 2) {
            return Optional.empty();
        }
        List<String> changedBefore = new ArrayList<>();
        List<String> changedAfter = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            if (!before[i].equals(after[i])) {
                changedBefore.add(before[i]);
                changedAfter.add(after[i]);
            }
        }
        return named(finder, String.join(" ", changedBefore), String.join(" ", changedAfter));
    }

    /** The line that looks most like the right words already, else the most prominent one. */
    private static Target unnamed(LetteringFinder finder, String right, boolean pointedAt) {
        Optional<Reading> similar = finder.mostLike(right)
                .filter(reading -> reading.likeness() >= (pointedAt ? Reading.SURE : Reading.VERY_SURE));
        if (similar.isPresent()) {
            Reading reading = similar.get();
            return new Target(WordRun.whole(reading.run().words()), null, reading.text());
        }
        return finder.mostProminent()
                .filter(prominence -> pointedAt || prominence.isSure())
                .map(prominence -> new Target(WordRun.whole(prominence.line()), null, right))
                .orElseThrow(
                        () -> new ProviderFailure.InvalidRequest(
                                pointedAt
                                        ? "No lettering was found inside the mask; lay it over the wrong words"
                                        : "No lettering was found with confidence; lay a mask over the wrong words, or quote them, such as: change \"SUMER\" to \"SUMMER\""));
    }

    /** Where the new words may stand: inside the mask, or with the margins the old line kept. */
    LineSetter.Slot slot(LetteringFinder finder, ImageSize size, @Nullable Mask mask, int factor) {
        Box line = run.line().box().scaled(factor);
        List<Box> others = finder.lines().stream()
                .filter(other -> Prominence.of(other, finder.picture()).isSure())
                .map(other -> other.box().scaled(factor))
                .filter(other -> other.rowsSharedWith(line) < 0)
                .toList();
        Alignment alignment = Alignment.of(line, others, size.width());
        if (mask != null) {
            Box inside = Masks.bounds(mask);
            return new LineSetter.Slot(
                    inside.left() + 1, inside.right() - 1, Alignment.of(line, others, inside.left() + inside.right()));
        }
        int margin = (int) Math.min(MARGIN * size.width(), Math.min(line.left(), size.width() - line.right()));
        return new LineSetter.Slot(margin, size.width() - margin, alignment);
    }
}
