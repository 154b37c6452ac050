package dev.pentimento.architecture.broken.application;

import dev.pentimento.architecture.broken.adapters.right.LonelyFactory;

/** Breaks 3: calls an adapter. */
final class Shortcut {
    LonelyFactory adapter() {
        return new LonelyFactory();
    }
}
