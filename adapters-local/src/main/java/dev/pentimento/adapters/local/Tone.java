package dev.pentimento.adapters.local;

/** What a part of a motif is coloured as. */
enum Tone {
    MAIN,
    /** Shading on the main colour; only where there are several colours. */
    SHADE,
    ACCENT,
    /** A small accent inside the main colour. */
    INLAY,
    /** Cut out, so that the ground shows. */
    HOLE
}
