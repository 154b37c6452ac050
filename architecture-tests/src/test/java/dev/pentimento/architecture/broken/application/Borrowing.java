package dev.pentimento.architecture.broken.application;

import org.assertj.core.api.Assertions;

/** Breaks 3: depends on a library. */
final class Borrowing {
    Assertions assertions(Assertions borrowed) {
        return borrowed;
    }
}
