package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.adapters.right.LonelyFactory;

/** Breaks 5: knows another adapter. */
final class Neighbourly {
    LonelyFactory[] neighbours() {
        return new LonelyFactory[0];
    }
}
