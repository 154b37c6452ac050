package dev.pentimento.ports.in;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageDigest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads every image that a history speaks of and computes its digest again; looks whether the lineage is whole. */
public interface VerifyHistory {

    /**
     * @throws dev.pentimento.ports.failure.UnknownReference if the reference fits no concept, or several
     * @throws dev.pentimento.ports.failure.BundleRejected if a bundle cannot even be opened
     */
    Report handle(Query query);

    /**
     * What to look at.
     *
     * @param listener called from several threads, one at a time
     */
    record Query(UserId owner, Subject subject, Consumer<Progress> listener) {}

    /** Where the history is. */
    sealed interface Subject {}

    /** Everything the user owns in the home. */
    record Everything() implements Subject {}

    /**
     * One concept in the home.
     *
     * @param reference as in {@link ShowLineage.Query}
     */
    record OneConcept(String reference) implements Subject {}

    /** A bundle, which is not imported. */
    record BundleFile(Path file) implements Subject {}

    /**
     * What was found.
     *
     * @param bytes how much was read
     */
    record Report(int concepts, int versions, int images, long bytes, List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }

        public boolean isSound() {
            return problems.isEmpty();
        }
    }

    /**
     * Something damaged or missing.
     *
     * @param message what is wrong, with the place
     * @param label of the first version that needs it; empty where none does
     * @param image null when it is the records that are damaged
     */
    record Problem(
            ConceptId concept, String label, @Nullable ImageDigest image, String message) {}
}
