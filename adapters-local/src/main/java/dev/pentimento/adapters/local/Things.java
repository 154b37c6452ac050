package dev.pentimento.adapters.local;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers what can be told of things by the outlines of the engine's own motifs. What is not found may be there in another form, so that is unsure and
 * never a no.
 */
final class Things {
    private static final Set<String> BELOW = Set.of("under", "below", "beneath");
    private static final Set<String> ABOVE = Set.of("above", "over");
    /** The share of a thing's box from which it has a colour, and up to which it has not. */
    private static final double COLORED = 0.12;

    private static final double UNCOLORED = 0.01;
    private static final double SURENESS = 0.95;

    private final MotifSearch search;

    Things(MotifSearch search) {
        this.search = search;
    }

    boolean misses(Motif motif) {
        return search.sure(motif).isEmpty();
    }

    Judged judge(Question question) {
        if (question.motifs().isEmpty()) {
            return Judged.unsure("Nothing that was measured tells this, and the engine knows no outline of it");
        }
        Judged judged = switch (question.kind()) {
            case OBJECT -> allThere(question.motifs());
            case COUNT -> counted(question);
            case RELATION -> placed(question);
            default -> Judged.unsure("Outlines do not tell what a thing does");
        };
        Judged meant = question.negative() ? Judged.unsure("Outlines do not tell what is not there") : judged;
        return meant.notYesIf(
                !question.rest().isEmpty(),
                "what else is asked was not measured (%s)".formatted(String.join(" ", question.rest())));
    }

    private Judged allThere(List<Motif> motifs) {
        return Judged.all(motifs.stream().map(this::there).toList());
    }

    private Judged there(Motif motif) {
        double best = search.sightings(motif).stream()
                .mapToDouble(Sighting::likeness)
                .max()
                .orElse(0);
        String evidence = String.format(
                Locale.ROOT,
                "the likest outline matches the engine's %s at %.2f of 1 (sure from %.2f)",
                motif.label(),
                best,
                MotifSearch.SURE);
        return best >= MotifSearch.SURE ? Judged.yes(SURENESS * best, evidence) : Judged.unsure(evidence);
    }

    /** More than asked are too many; fewer may hide. */
    private Judged counted(Question question) {
        Motif motif = question.motifs().get(0);
        int found = search.sure(motif).size();
        String evidence = "%d outlines match the engine's %s".formatted(found, motif.label());
        if (question.count() < 1 || found < question.count()) {
            return Judged.unsure(evidence);
        }
        return found == question.count() ? Judged.yes(0.6, evidence) : Judged.no(0.6, evidence);
    }

    private Judged placed(Question question) {
        List<Motif> motifs = question.motifs();
        if (motifs.size() != 2 || motifs.stream().anyMatch(this::misses)) {
            return Judged.unsure("Not both things were found by their outlines (%s)"
                    .formatted(motifs.stream().map(Motif::label).collect(Collectors.joining(", "))));
        }
        Sighting first = search.sure(motifs.get(0)).get(0);
        Sighting second = search.sure(motifs.get(1)).get(0);
        String evidence = String.format(
                Locale.ROOT,
                "the middle of the %s lies at %.0f%% of the height, that of the %s at %.0f%%",
                motifs.get(0).label(),
                100 * first.centreY() / search.picture().height,
                motifs.get(1).label(),
                100 * second.centreY() / search.picture().height);
        boolean lower = first.centreY() > second.centreY();
        if (question.places().stream().anyMatch(BELOW::contains)) {
            return lower ? Judged.yes(0.7, evidence) : Judged.no(0.7, evidence);
        }
        if (question.places().stream().anyMatch(ABOVE::contains)) {
            return lower ? Judged.no(0.7, evidence) : Judged.yes(0.7, evidence);
        }
        return Judged.unsure(evidence);
    }

    /** Whether a thing that was found has the colours asked for. */
    Judged colored(Question question) {
        if (question.motifs().size() != 1
                || question.colors().isEmpty()
                || misses(question.motifs().get(0))) {
            return Judged.unsure("It is about a part of the picture, and no outline tells where that is");
        }
        Motif motif = question.motifs().get(0);
        ColorShares shares =
                ColorShares.of(search.picture(), search.sure(motif).get(0).box());
        return Judged.all(question.colors().stream()
                        .map(color -> colored(motif, color, shares.of(color)))
                        .toList())
                .notYesIf(
                        !question.rest().isEmpty() || !question.traits().isEmpty(),
                        "what else is asked was not measured");
    }

    private static Judged colored(Motif motif, ColorName color, double share) {
        String evidence =
                String.format(Locale.ROOT, "%.0f%% of the %s is %s", 100 * share, motif.label(), color.label());
        if (share >= COLORED) {
            return Judged.yes(0.7, evidence);
        }
        return share <= UNCOLORED ? Judged.no(0.7, evidence) : Judged.unsure(evidence);
    }
}
