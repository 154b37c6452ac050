package dev.pentimento.ports.out;

/** How an editor wants to be told where it may change an image; always a picture of the base's size. */
public enum MaskForm {
    /** Not at all: it does not look at masks. */
    NONE,
    /** It reads the coverage itself, 0..255 for every pixel. */
    COVERAGE,
    /** A PNG that is transparent where the image may change, and opaque elsewhere. */
    TRANSPARENT_IS_EDIT,
    /** A black and white PNG, white where the image may change. */
    WHITE_IS_EDIT;

    public boolean isNative() {
        return this != NONE;
    }
}
