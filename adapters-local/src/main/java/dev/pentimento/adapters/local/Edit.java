package dev.pentimento.adapters.local;

/** One change to a picture, in place; the picture keeps its size. */
@FunctionalInterface
interface Edit {
    void apply(LabImage image, Scene scene);
}
