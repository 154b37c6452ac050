package dev.pentimento.adapters.local;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the parts that are probably letters: of one colour and much the same height, side by side, but not all of one shape; and their dots. */
final class LetterLines {
    private static final int LEAST_IN_LINE = 2;
    /** Lower letters cannot be read, px. */
    private static final int LOWEST = 4;

    private LetterLines() {}

    /**
     * The areas that letters are made of.
     *
     * @param highest no letter is higher, px
     */
    static Set<Integer> in(List<Part> parts, double highest) {
        Set<Part> letters = new HashSet<>();
        List<Part> high = parts.stream()
                .filter(part -> part.height() >= LOWEST && part.height() <= highest)
                .toList();
        for (Part one : high) {
            List<Part> beside = high.stream()
                    .filter(other -> other != one && one.standsBeside(other))
                    .toList();
            if (beside.size() >= LEAST_IN_LINE && beside.stream().anyMatch(one::differsInShape)) {
                letters.add(one);
                letters.addAll(beside);
            }
        }
        List<Part> found = List.copyOf(letters);
        parts.stream().filter(part -> found.stream().anyMatch(part::isDotOf)).forEach(letters::add);
        Set<Integer> areas = new HashSet<>();
        letters.forEach(letter -> letter.areas().forEach(area -> areas.add(area.region)));
        return areas;
    }
}
