package dev.pentimento.architecture.broken.bootstrap;

import dev.pentimento.architecture.broken.adapters.left.LeftFactory;

/** Breaks 4: builds an adapter by its class, so it cannot be left out. */
final class Wiring {
    LeftFactory adapter() {
        return new LeftFactory();
    }
}
