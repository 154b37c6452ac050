package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Version;
import org.jspecify.annotations.Nullable;

/** Makes files of versions, for whoever is outside. */
final class Handouts {
    private final Pictures pictures;
    private final Derivations derivations;
    private final DeliveredFiles deliveredFiles;

    Handouts(Pictures pictures, Derivations derivations, DeliveredFiles deliveredFiles) {
        this.pictures = pictures;
        this.derivations = derivations;
        this.deliveredFiles = deliveredFiles;
    }

    /**
     * Says where it comes from.
     *
     * @param wanted null = as {@link DeliveredFiles} has it
     */
    EncodedImage withProvenance(Version version, @Nullable MediaType wanted) {
        return pictures.annotate(file(version, wanted), derivations.of(version));
    }

    /**
     * Nothing but pixels.
     *
     * @param wanted null = as {@link DeliveredFiles} has it
     */
    EncodedImage bare(Version version, @Nullable MediaType wanted) {
        return pictures.bare(file(version, wanted));
    }

    /** A PNG of an image that is no version. */
    byte[] bare(ImageDigest image) {
        return pictures.forProviders(image).bytes();
    }

    private EncodedImage file(Version version, @Nullable MediaType wanted) {
        if (wanted == null) {
            return deliveredFiles.of(version);
        }
        EncodedImage stored = pictures.loadFile(version.image().digest());
        return stored.mediaType() == wanted ? stored : pictures.encode(pictures.decode(stored), wanted);
    }
}
