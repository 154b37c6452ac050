package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import java.util.List;

/**
 * What a provider delivered for a part of a job.
 *
 * @param call as it stood in the ledger when this came
 */
record Delivered(ProviderCall call, Delivery delivery, List<EncodedImage> images) {
    Delivered {
        images = List.copyOf(images);
    }

    /** Without what comes after so many images; the ledger knows of all of them. */
    Delivered atMost(int most) {
        return new Delivered(call, delivery, images.stream().limit(most).toList());
    }
}
