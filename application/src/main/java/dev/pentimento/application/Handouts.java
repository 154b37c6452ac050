package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Version;

/** Makes files of versions, for whoever is outside. */
final class Handouts {
    private final Pictures pictures;
    private final Derivations derivations;

    Handouts(Pictures pictures, Derivations derivations) {
        this.pictures = pictures;
        this.derivations = derivations;
    }

    /** Says where it comes from. */
    EncodedImage withProvenance(Version version, MediaType wanted) {
        return pictures.annotate(file(version, wanted), derivations.of(version));
    }

    /** Nothing but pixels. */
    EncodedImage bare(Version version, MediaType wanted) {
        return pictures.bare(file(version, wanted));
    }

    /** A PNG of an image that is no version. */
    byte[] bare(ImageDigest image) {
        return pictures.forProviders(image).bytes();
    }

    private EncodedImage file(Version version, MediaType wanted) {
        EncodedImage stored = pictures.loadFile(version.image().digest());
        return stored.mediaType() == wanted ? stored : pictures.encode(pictures.decode(stored), wanted);
    }
}
