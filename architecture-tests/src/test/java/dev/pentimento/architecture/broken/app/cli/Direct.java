package dev.pentimento.architecture.broken.app.cli;

import dev.pentimento.architecture.broken.application.UseCases;

/** Breaks 4: skips bootstrap. */
final class Direct {
    UseCases useCases() {
        return new UseCases();
    }
}
