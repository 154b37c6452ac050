package dev.pentimento.domain.folder;

import dev.pentimento.domain.folder.Place.Shelf;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives every version its place in one walk in creation order. What has a place keeps it: later versions only add to what is there.
 */
final class Filing {
    private final @Nullable JobId founding;
    private final Map<VersionId, Place> places = new LinkedHashMap<>();
    private final Map<Object, Integer> counts = new HashMap<>();

    private Filing(@Nullable JobId founding) {
        this.founding = founding;
    }

    /** @param founding the job that the concept was made for; null = it began with images brought in */
    static Map<VersionId, Place> of(Lineage lineage, @Nullable JobId founding) {
        Filing filing = new Filing(founding);
        lineage.versions().forEach(version -> filing.places.put(version.id(), filing.place(version)));
        return filing.places;
    }

    private Place place(Version version) {
        if (version.origin() instanceof Origin.Recolored) {
            return palette(version);
        }
        if (isOriginal(version)) {
            int index = next(Shelf.ORIGINALS);
            return place(version, Shelf.ORIGINALS, "image_" + index, String.valueOf(index), "originals/image_" + index);
        }
        return version.isOriginal() ? input(version) : refinement(version);
    }

    private boolean isOriginal(Version version) {
        if (version.origin() instanceof Origin.Generated) {
            return true;
        }
        return founding == null
                ? version.isOriginal() && !version.origin().isReference()
                : version.origin().madeBy().filter(founding::equals).isPresent();
    }

    private Place palette(Version version) {
        String original = base(version).map(Place::name).orElse("image");
        String name = "%s_palette_%d".formatted(original, next(original));
        return place(version, Shelf.PALETTES, name, name, "originals/" + name);
    }

    private Place input(Version version) {
        int index = next(Shelf.INPUTS);
        return place(version, Shelf.INPUTS, "input_" + index, "input_" + index, "inputs/image_" + index);
    }

    private Place refinement(Version version) {
        String name = version.origin()
                .madeBy()
                .map(this::candidate)
                .orElse(version.id().toString());
        String path = base(version)
                .map(base -> "refinements/%s_from_%s".formatted(name, base.stem()))
                .orElse("refinements/" + name);
        return place(version, Shelf.REFINEMENTS, name, name, path);
    }

    /** The first thing that a job made goes by the job's id alone. */
    private String candidate(JobId job) {
        int index = next(job);
        return index == 0 ? job.toString() : "%s_%d".formatted(job, index + 1);
    }

    private Optional<Place> base(Version version) {
        return version.base().map(base -> Objects.requireNonNull(places.get(base)));
    }

    private int next(Object counted) {
        return counts.merge(counted, 1, Integer::sum) - 1;
    }

    private static Place place(Version version, Shelf shelf, String name, String stem, String path) {
        return new Place(version, shelf, name, stem, path + ".png");
    }
}
