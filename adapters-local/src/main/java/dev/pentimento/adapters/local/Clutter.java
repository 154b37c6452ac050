package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a drawing can do without: small things in the middle of a large area. Things that are alike go together or stay together, and a thing goes
 * as a whole; half a wreath would look like damage.
 */
final class Clutter {
    /** Two colours that look like one at a glance. */
    private static final float ALIKE = 0.05f;
    /** A thing that lies between several areas takes part in the picture. */
    private static final double EMBEDDED = 0.7;

    private static final double MOST = 0.5;
    /** As a share of the picture's pixels. */
    private static final double LARGEST_LETTER = 0.02;
    /** As a share of the picture's height. */
    private static final double HIGHEST_LETTER = 0.14;

    private static final double SPECK = 0.03;
    /** Beside the limit this keeps groups together whose members are smaller and larger than it. */
    private static final double ROOM = 3;

    private final Regions regions;
    private final double limit;
    private final Map<Integer, Outline> outlines = new HashMap<>();
    private final List<Part> parts;
    private final Set<Integer> letters;

    private Clutter(Regions regions, double limit, List<Outline> outlines, Set<Integer> letters) {
        this.regions = regions;
        this.limit = limit;
        outlines.forEach(outline -> this.outlines.put(outline.region, outline));
        this.parts = parts(outlines, regions, ROOM * limit);
        this.letters = letters;
    }

    /**
     * What may go.
     *
     * @param limit larger things stay, px
     */
    static List<Part> in(LabImage image, Regions regions, double limit) {
        List<Outline> outlines = Outline.of(image, regions);
        List<Part> readable = parts(outlines, regions, LARGEST_LETTER * image.l.length);
        Set<Integer> letters = LetterLines.in(readable, HIGHEST_LETTER * image.height);
        return new Clutter(regions, limit, outlines, letters).found();
    }

    /** Small areas that touch are one part. */
    private static List<Part> parts(List<Outline> outlines, Regions regions, double most) {
        Map<Integer, Outline> small = new HashMap<>();
        outlines.stream().filter(area -> area.pixels < most).forEach(area -> small.put(area.region, area));
        Set<Integer> taken = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        for (Outline start : outlines) {
            if (small.containsKey(start.region) && taken.add(start.region)) {
                parts.add(new Part(touching(start, small, taken), regions));
            }
        }
        return parts;
    }

    private static List<Outline> touching(Outline start, Map<Integer, Outline> small, Set<Integer> taken) {
        List<Outline> areas = new ArrayList<>(List.of(start));
        for (int i = 0; i < areas.size(); i++) {
            for (int neighbour : areas.get(i).neighbours()) {
                Outline area = small.get(neighbour);
                if (area != null && taken.add(neighbour)) {
                    areas.add(area);
                }
            }
        }
        return areas;
    }

    private List<Part> found() {
        List<Part> clutter = new ArrayList<>();
        for (List<Part> group : groups()) {
            long free = group.stream().filter(this::isFree).count();
            boolean lettering = group.stream().filter(this::isLetter).count() * 3 > group.size();
            if (!lettering && free > MOST * group.size() && meanSize(group) < limit) {
                clutter.addAll(group);
            } else {
                group.stream().filter(this::isSpeck).forEach(clutter::add);
            }
        }
        clutter.removeIf(part -> part.surrounding() < 0 || isHole(part) || isLetter(part));
        return clutter;
    }

    private static double meanSize(List<Part> group) {
        return group.stream().mapToInt(Part::pixels).average().orElse(0);
    }

    /** What is left of the rims of others belongs to no group. */
    private boolean isSpeck(Part part) {
        return part.pixels() < SPECK * limit && isFree(part);
    }

    private boolean isFree(Part part) {
        return part.embedding() >= EMBEDDED && !isLetter(part) && !isHole(part);
    }

    private boolean isLetter(Part part) {
        return part.areas().stream().anyMatch(area -> letters.contains(area.region));
    }

    /** Holes show what lies around the thing they are in: the inside of a handle, or of a large letter. */
    private boolean isHole(Part part) {
        Outline around = outlines.get(part.surrounding());
        return around != null
                && around.neighbours().stream().anyMatch(beyond -> {
                    Outline larger = outlines.get(beyond);
                    return larger != null
                            && larger.pixels > around.pixels
                            && part.color().distance(regions.mean(beyond)) < ALIKE;
                });
    }

    /** Parts that are alike, directly or by way of others. */
    private List<List<Part>> groups() {
        List<Part> left = new ArrayList<>(parts);
        List<List<Part>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Part> group = new ArrayList<>(List.of(left.remove(left.size() - 1)));
            for (int i = 0; i < group.size(); i++) {
                Part member = group.get(i);
                left.stream().filter(member::isLike).forEach(group::add);
                left.removeIf(member::isLike);
            }
            groups.add(group);
        }
        return groups;
    }
}
