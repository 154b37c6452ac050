package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.VersionReference;

/** Hands out the image of a version. */
public interface ReadImage {

    /** @throws dev.pentimento.ports.failure.UnknownReference if the reference fits no version, or several */
    EncodedImage handle(Query query);

    /**
     * Which one.
     *
     * @param mediaType the wanted format, PNG or JPEG
     */
    record Query(UserId owner, VersionReference reference, MediaType mediaType) {}
}
