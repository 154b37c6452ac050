package dev.pentimento.adapters.imaging;

import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.ImageCodecFactory;
import dev.pentimento.ports.spi.IntakeLimits;

/** Registers the codec "imageio". */
public final class ImageIoCodecFactory implements ImageCodecFactory {

    @Override
    public String name() {
        return "imageio";
    }

    @Override
    public ImageCodec create(IntakeLimits limits) {
        return new ImageIoCodec(limits);
    }
}
