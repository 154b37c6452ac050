package dev.pentimento.adapters.local;

/** What can be turned up and down in a picture by words: the words for it are the labels of the operations. */
enum Lever {
    LIGHT(Operation.BRIGHTER, Operation.DARKER),
    CONTRAST(Operation.CONTRAST, Operation.SOFT_CONTRAST),
    WARMTH(Operation.WARMER, Operation.COOLER),
    COLOR(Operation.VIVID, Operation.MUTED),
    FOCUS(Operation.SHARPEN, Operation.BLUR),
    SPACE(Operation.PAD),
    SIMPLICITY(Operation.MINIMALIST),
    PASTEL(Operation.PASTEL),
    GREY(Operation.MONOCHROME);

    private final Operation up;
    private final Operation down;

    Lever(Operation up, Operation down) {
        this.up = up;
        this.down = down;
    }

    /** One that can only be turned up. */
    Lever(Operation up) {
        this(up, up);
    }

    Operation operation(int direction) {
        return direction > 0 ? up : down;
    }

    /** What goes before its words in a sentence that begins with "make it". */
    String joint() {
        return this == CONTRAST || this == SPACE ? "with " : "";
    }

    /** Whether it is done or not done, and never more so. */
    boolean isSettled() {
        return this == GREY;
    }

    /** Whether there is anything to be done in that direction. */
    boolean turns(int direction) {
        return direction > 0 || up != down;
    }
}
