package dev.pentimento.domain.ledger;

import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.ProviderReport;
import java.util.List;

/**
 * What a provider delivered, once it is safe.
 *
 * @param images in the vault, in the provider's order; empty for a call that costs nothing, whose images are not kept
 */
public record Delivery(List<ImageDigest> images, ProviderReport report) {
    public Delivery {
        images = List.copyOf(images);
    }
}
