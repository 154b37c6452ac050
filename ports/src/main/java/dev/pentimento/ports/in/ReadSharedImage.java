package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;

/** Hands out an image to whoever was given its address, whoever owns it: that the address may be used is for the caller to make sure of. */
public interface ReadSharedImage {

    /**
     * A PNG with its pixels and their provenance.
     *
     * @throws dev.pentimento.ports.failure.UnknownReference if there is no such version
     */
    EncodedImage handle(Query query);

    /** Which one. */
    record Query(VersionId version) {}
}
