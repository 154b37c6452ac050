package dev.pentimento.crash;

import java.util.Locale;

/** How the scripted provider takes orders. */
enum Mode {
    /** It answers on the line: who loses the line loses the answer. */
    SYNC,
    /** It gives a receipt first, by which its result can be asked for. */
    QUEUE;

    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
