package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.ImageSource;

/** Registers the source of images behind URLs; exactly one is expected on the class path. */
public interface ImageSourceFactory {

    String name();

    /** Builds the source without asking anybody; called when the first URL comes. */
    ImageSource create(FetchLimits limits);
}
