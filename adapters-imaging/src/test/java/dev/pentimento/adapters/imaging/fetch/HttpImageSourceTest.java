package dev.pentimento.adapters.imaging.fetch;

import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.FetchLimits;
import dev.pentimento.testkit.ImageSourceContract;

class HttpImageSourceTest extends ImageSourceContract {
    @Override
    protected ImageSource source(FetchLimits limits) {
        return new HttpImageSourceFactory().create(limits);
    }
}
