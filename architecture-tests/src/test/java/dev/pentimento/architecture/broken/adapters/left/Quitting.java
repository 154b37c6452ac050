package dev.pentimento.architecture.broken.adapters.left;

import java.util.function.IntConsumer;

/** Breaks 14: ends the process, by a method reference. */
final class Quitting {
    IntConsumer exit() {
        return System::exit;
    }
}
