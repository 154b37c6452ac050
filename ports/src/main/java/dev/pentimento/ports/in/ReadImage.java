package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.VersionReference;
import org.jspecify.annotations.Nullable;

/** Hands out the image of a version as a file. */
public interface ReadImage {

    /** @throws dev.pentimento.ports.failure.UnknownReference if the reference fits no version, or several */
    EncodedImage handle(Query query);

    /**
     * Which one.
     *
     * @param mediaType the wanted format, PNG or JPEG; null = the file as its provider delivered it where that is kept and has the version's pixels,
     *     else the version's own
     * @param carrying what else goes into the file
     */
    record Query(
            UserId owner,
            VersionReference reference,
            @Nullable MediaType mediaType,
            Carrying carrying) {
        /** With its provenance. */
        public Query(UserId owner, VersionReference reference, @Nullable MediaType mediaType) {
            this(owner, reference, mediaType, Carrying.PROVENANCE);
        }
    }

    /** What a file holds beside its pixels. */
    enum Carrying {
        /** Where the version comes from, and nothing else. */
        PROVENANCE,
        NOTHING
    }
}
