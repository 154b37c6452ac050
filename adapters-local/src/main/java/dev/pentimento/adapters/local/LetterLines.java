package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the areas that are probably letters: of one colour and much the same height, side by side; and the dots that belong to them. */
final class LetterLines {
    private static final float ONE_COLOR = 0.1f;
    /** Letters are smaller than this share of the picture. */
    private static final double LARGEST = 0.02;

    private static final int LEAST_IN_LINE = 2;
    /** Lower letters cannot be read, px. */
    private static final int LOWEST = 4;

    private final Regions regions;
    private final List<Outline> candidates;
    private final Set<Integer> letters = new HashSet<>();

    private LetterLines(Regions regions, List<Outline> candidates) {
        this.regions = regions;
        this.candidates = candidates;
    }

    static Set<Integer> in(List<Outline> outlines, Regions regions, int pixels) {
        List<Outline> candidates = outlines.stream()
                .filter(outline -> outline.pixels < LARGEST * pixels)
                .toList();
        LetterLines lettering = new LetterLines(regions, candidates);
        lettering.findLines();
        lettering.findDots();
        return lettering.letters;
    }

    private void findLines() {
        List<Outline> high = candidates.stream()
                .filter(outline -> outline.height() >= LOWEST)
                .toList();
        for (Outline one : high) {
            List<Outline> beside = high.stream()
                    .filter(other -> other != one && one.standsBeside(other) && haveOneColor(one, other))
                    .toList();
            if (beside.size() >= LEAST_IN_LINE) {
                letters.add(one.region);
                beside.forEach(other -> letters.add(other.region));
            }
        }
    }

    private void findDots() {
        List<Outline> found = new ArrayList<>(candidates);
        found.removeIf(outline -> !letters.contains(outline.region));
        for (Outline dot : candidates) {
            if (found.stream().anyMatch(letter -> dot.isDotOf(letter) && haveOneColor(dot, letter))) {
                letters.add(dot.region);
            }
        }
    }

    private boolean haveOneColor(Outline one, Outline other) {
        return regions.mean(one.region).distance(regions.mean(other.region)) < ONE_COLOR;
    }
}
