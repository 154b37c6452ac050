package dev.pentimento.ports.in;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.identity.UserId;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes the whole history of a concept, or of all of them, into one file. */
public interface ExportHistory {

    /**
     * The file appears whole or not at all. Jobs that are not final stay behind.
     *
     * @throws dev.pentimento.ports.failure.UnknownReference if the reference fits no concept, or several
     * @throws dev.pentimento.ports.failure.StorageFailure if an image is missing or damaged, naming the version, or the file cannot be written
     */
    Exported handle(Command command);

    /**
     * What goes where.
     *
     * @param file is replaced when it exists
     * @param listener called from several threads, one at a time
     */
    record Command(UserId owner, Concepts concepts, Path file, Consumer<Progress> listener) {}

    /** Which concepts of a user. */
    sealed interface Concepts {}

    /** All of them. */
    record All() implements Concepts {}

    /**
     * One.
     *
     * @param reference as in {@link ShowLineage.Query}
     */
    record One(String reference) implements Concepts {}

    /**
     * What was written.
     *
     * @param bytes size of the file
     * @param sha256 of the file, in hex
     */
    record Exported(Path file, int concepts, int versions, int jobs, int images, long bytes, String sha256) {}
}
