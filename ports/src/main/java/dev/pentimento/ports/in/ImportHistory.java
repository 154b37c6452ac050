package dev.pentimento.ports.in;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Takes in what {@link ExportHistory} wrote, here or elsewhere; all of it, or nothing. What is there already stays as it is. */
public interface ImportHistory {

    /**
     * @throws dev.pentimento.ports.failure.BundleRejected if the file is no bundle, or not one that may come in; nothing is stored then
     * @throws dev.pentimento.ports.failure.StorageFailure if the file cannot be read or the home cannot be written; nothing is recorded then
     */
    Imported handle(Command command);

    /**
     * Which file.
     *
     * @param owner whose the concepts become
     * @param listener called from several threads, one at a time
     */
    record Command(UserId owner, Path file, Consumer<Progress> listener) {}

    /**
     * What came in.
     *
     * @param concepts all of the bundle, known or new
     */
    record Imported(List<ConceptId> concepts, Count conceptCount, Count versions, Count jobs, Count images) {
        public Imported {
            concepts = List.copyOf(concepts);
        }
    }

    /**
     * How much of one kind.
     *
     * @param added of {@code total} in the bundle; the rest was there
     */
    record Count(int added, int total) {}
}
