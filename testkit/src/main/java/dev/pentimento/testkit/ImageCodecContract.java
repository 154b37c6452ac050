package dev.pentimento.testkit;

import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;

/** What every image codec keeps to: right pixels from every kind of file, exact PNG, and a clear refusal of everything else. */
public abstract class ImageCodecContract
        implements PngReadingPromises,
                JpegReadingPromises,
                WebpReadingPromises,
                GifReadingPromises,
                ImageWritingPromises,
                MetadataPromises,
                ImageRefusalPromises,
                PrivacyPromises,
                HostileFilePromises,
                ImageMutationPromises {

    @Override
    public int mutants() {
        return ImageMutationPromises.super.mutants();
    }

    @Override
    public long seed() {
        return ImageMutationPromises.super.seed();
    }

    /** A codec that takes in images within {@code limits}. */
    @Override
    public abstract ImageCodec codec(IntakeLimits limits);
}
