package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.application.UseCases;

/** Breaks 4: an adapter that knows the use cases. */
final class Overreaching {
    UseCases useCases() {
        return new UseCases();
    }
}
