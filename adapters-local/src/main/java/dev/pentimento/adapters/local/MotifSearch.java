package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the engine's own motifs in a picture, by laying their edges over the picture's in many sizes and places. It finds what is drawn as the engine
 * draws it; what looks otherwise it does not know. For one thread.
 */
final class MotifSearch {
    /** The picture is looked through at about this length, px. */
    private static final int SIDE = 128;

    private static final double SMALLEST = 20;
    private static final double LARGEST = 100;
    private static final double STEP = 1.1;
    /** As many places are looked at closely. */
    private static final int CANDIDATES = 12;
    /** From here on it is the motif: others reach 0.6 at most, in 600 trials with pictures that the engine drew. */
    static final double SURE = 0.63;
    /** The sun of a landscape is a mere disc, which other things are too: it must be a good one, in the upper part, and not large. */
    private static final double SURE_DISC = 0.8;

    private static final double HIGH = 0.6;
    private static final double SMALL_DISC = 0.45;

    private final LabImage picture;
    private final EdgeField edges;
    private final Map<Motif, List<Sighting>> found = new EnumMap<>(Motif.class);

    MotifSearch(LabImage whole) {
        int factor = Math.max(1, Math.round(Math.max(whole.width, whole.height) / (float) SIDE));
        this.picture = Resampling.reduced(whole, factor);
        this.edges = EdgeField.of(picture);
    }

    LabImage picture() {
        return picture;
    }

    /** The best first, none over another; also those that are not sure. */
    List<Sighting> sightings(Motif motif) {
        return found.computeIfAbsent(motif, this::search);
    }

    /** Those that are the motif for sure. */
    List<Sighting> sure(Motif motif) {
        return sightings(motif).stream()
                .filter(sighting -> sighting.likeness() >= SURE)
                .toList();
    }

    private List<Sighting> search(Motif motif) {
        List<Sighting> candidates = new ArrayList<>(search(motif.layers()));
        if (motif == Motif.SUN) {
            search(List.of(Layer.main(Forms.circle(50, 50, 50)))).stream()
                    .filter(this::couldBeSun)
                    .forEach(candidates::add);
        }
        return best(candidates);
    }

    private boolean couldBeSun(Sighting disc) {
        return disc.likeness() >= SURE_DISC
                && disc.centreY() < HIGH * edges.height
                && disc.box().height() < SMALL_DISC * Math.min(edges.width, edges.height);
    }

    private List<Sighting> search(List<Layer> layers) {
        List<Sighting> candidates = new ArrayList<>();
        for (double side = SMALLEST; side <= LARGEST; side *= STEP) {
            candidates.addAll(search(MotifStencil.of(layers, side)));
        }
        return candidates;
    }

    private static List<Sighting> best(List<Sighting> candidates) {
        candidates.sort(Comparator.comparingDouble(Sighting::likeness).reversed());
        List<Sighting> best = new ArrayList<>();
        for (Sighting candidate : candidates) {
            if (best.size() < CANDIDATES && best.stream().noneMatch(candidate::overlaps)) {
                best.add(candidate);
            }
        }
        return best;
    }

    /** Every other pixel first, then those around the best. */
    private List<Sighting> search(MotifStencil stencil) {
        List<Sighting> coarse = new ArrayList<>();
        for (int y = 0; y + stencil.height <= edges.height; y += 2) {
            for (int x = 0; x + stencil.width <= edges.width; x += 2) {
                double likeness = stencil.likeness(edges, x, y);
                if (likeness > 0.35) {
                    coarse.add(sighting(stencil, x, y, likeness));
                }
            }
        }
        return coarse.stream()
                .sorted(Comparator.comparingDouble(Sighting::likeness).reversed())
                .limit(CANDIDATES)
                .map(sighting -> closely(stencil, sighting))
                .toList();
    }

    private Sighting closely(MotifStencil stencil, Sighting around) {
        Sighting best = around;
        for (int y = around.box().top() - 1; y <= around.box().top() + 1; y++) {
            for (int x = around.box().left() - 1; x <= around.box().left() + 1; x++) {
                if (x >= 0 && y >= 0 && x + stencil.width <= edges.width && y + stencil.height <= edges.height) {
                    double likeness = stencil.likeness(edges, x, y);
                    best = likeness > best.likeness() ? sighting(stencil, x, y, likeness) : best;
                }
            }
        }
        return best;
    }

    private static Sighting sighting(MotifStencil stencil, int x, int y, double likeness) {
        return new Sighting(new Box(x, y, x + stencil.width, y + stencil.height), likeness);
    }
}
