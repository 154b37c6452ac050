package dev.pentimento.ports.out;

import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.lineage.Version;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The folders of a home in which people and other programs find the images of each concept, and documents that tell what came from what. They are a
 * view: the records are the truth, and a folder can be made anew at any time.
 *
 * <p>Safe for use by several threads and processes. Failures are {@link dev.pentimento.ports.failure.StorageFailure}.
 */
public interface ConceptFolders {

    /** Whether the home has such folders, so that whoever changes a concept brings its folder up to date. */
    boolean areKept();

    /** The home has such folders from now on, for all processes. */
    void keep();

    /**
     * Brings the folder of a concept up to date. A file appears whole or not at all; an image that is there is not written again, and the documents
     * are written last. Whoever comes later, in whichever process, waits, and asks for {@code current} when its turn has come: so nothing newer is
     * replaced by something older.
     *
     * @param current tells what the folder has to show
     * @param images asked only for what is missing
     */
    void write(ConceptId concept, Supplier<ConceptFolder> current, Images images);

    /** The documents of a folder by their paths, byte for byte as they are written into it. */
    Map<String, byte[]> documents(ConceptFolder folder);

    /** Hands over images as PNG files. */
    @FunctionalInterface
    interface Images {
        EncodedImage of(Version version);
    }
}
