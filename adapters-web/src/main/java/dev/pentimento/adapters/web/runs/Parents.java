package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Refusal;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.folder.Place.Shelf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the image that a refinement is to begin with. */
final class Parents {
    private static final String ORIGINAL = "original";
    private static final String REFINEMENT = "refinement";

    private Parents() {}

    /**
     * The image that all three are true of.
     *
     * @param id such as {@code image_0}, {@code original_0}, or the id of a job
     * @param type {@code original} or {@code refinement}; null = whichever it is
     * @param index of an original, from 0; null = as the id says
     * @throws Refusal if there is none
     */
    static Place find(ConceptFolder run, String id, @Nullable String type, @Nullable Integer index) {
        if (type != null && !type.equals(ORIGINAL) && !type.equals(REFINEMENT)) {
            throw Problem.of(400, "invalid_parent_image_type", "parent_image_type must be original or refinement")
                    .refusal();
        }
        Place place = run.named(id).or(() -> byIndex(run, type, index)).orElseThrow(() -> unknown(run, id));
        check(run, place, type, index);
        return place;
    }

    /** Where originals have other names, their number still tells. */
    private static Optional<Place> byIndex(ConceptFolder run, @Nullable String type, @Nullable Integer index) {
        return index == null || !ORIGINAL.equals(type) ? Optional.empty() : run.original(index);
    }

    private static void check(ConceptFolder run, Place place, @Nullable String type, @Nullable Integer index) {
        String actual = place.isOriginal() ? ORIGINAL : REFINEMENT;
        if (type != null && !type.equals(actual)) {
            throw contradiction("Image %s is of type %s, not %s".formatted(place.name(), actual, type));
        }
        if (index != null
                && place.shelf() == Shelf.ORIGINALS
                && !place.equals(run.original(index).orElse(null))) {
            throw contradiction("Image %s has another generation_index than %d".formatted(place.name(), index));
        }
    }

    private static Refusal contradiction(String message) {
        return Problem.of(400, "invalid_parent_image", message).refusal();
    }

    private static Refusal unknown(ConceptFolder run, String id) {
        int originals = run.places(Shelf.ORIGINALS).size();
        String there = originals == 0
                ? "the run has no image yet; wait until it is completed"
                : "name image_0 to image_%d, or the id of a finished refinement".formatted(originals - 1);
        String shown = id.length() > 60 ? id.substring(0, 60) + "..." : id;
        return Problem.notFound("There is no parent image '%s' in this run: %s".formatted(shown, there))
                .refusal();
    }
}
