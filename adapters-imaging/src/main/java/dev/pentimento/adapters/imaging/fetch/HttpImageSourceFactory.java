package dev.pentimento.adapters.imaging.fetch;

import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.FetchLimits;
import dev.pentimento.ports.spi.ImageSourceFactory;

/** Registers the source "http". */
public final class HttpImageSourceFactory implements ImageSourceFactory {

    @Override
    public String name() {
        return "http";
    }

    @Override
    public ImageSource create(FetchLimits limits) {
        return new HttpImageSource(limits, Rule.all(), Resolver.ofTheSystem());
    }
}
