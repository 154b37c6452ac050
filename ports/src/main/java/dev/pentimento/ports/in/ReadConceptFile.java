package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;

/**
 * Hands out a file of a concept's folder as it has to be now, whether or not the home keeps such folders. No path leads anywhere but to the files of
 * the concept: it is looked up among their names, and never on a disk.
 */
public interface ReadConceptFile {

    /**
     * The bytes of the file.
     *
     * @throws dev.pentimento.ports.failure.UnknownReference if there is no such concept, or no such file in its folder
     */
    byte[] handle(Query query);

    /**
     * Which one.
     *
     * @param path within the folder, such as {@code originals/image_0.png}; or {@code partials/}, a digest and {@code .png} for a picture that an event
     *     of the concept shows
     */
    record Query(UserId owner, ConceptId concept, String path) {}
}
