package dev.pentimento.ports.out;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import java.util.List;

/** What a provider delivered: at least one image, and its account of the call. */
public record MadeImages(List<EncodedImage> images, ProviderReport report) {
    public MadeImages {
        images = List.copyOf(images);
        if (images.isEmpty()) {
            throw new IllegalArgumentException("Provider " + report.provider() + " delivered no image");
        }
    }
}
