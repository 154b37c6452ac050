package dev.pentimento.architecture.broken.provider.http;

import dev.pentimento.architecture.broken.adapters.right.LonelyFactory;

/** Breaks 5: serves one of the providers. */
final class Biased {
    LonelyFactory[] favourites() {
        return new LonelyFactory[0];
    }
}
