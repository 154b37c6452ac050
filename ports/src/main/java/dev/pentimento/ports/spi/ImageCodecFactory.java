package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.ImageCodec;

/** Registers the image codec; exactly one is expected on the class path. */
public interface ImageCodecFactory {

    String name();

    ImageCodec create(IntakeLimits limits);
}
