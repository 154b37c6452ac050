package dev.pentimento.domain.folder;

import dev.pentimento.domain.lineage.Version;

/**
 * Where a version lies in the folder of its concept.
 *
 * @param name how programs call it: {@code image_0} for the first original, the id of its job for a refinement
 * @param stem stands for it in the names of files that were made from it: {@code 0} for the first original
 * @param path relative to the folder, with {@code /} between its parts
 */
public record Place(Version version, Shelf shelf, String name, String stem, String path) {

    /** What it is to its concept. */
    public enum Shelf {
        /** What the concept begins with: the images that were asked for first, or else those that were brought in. */
        ORIGINALS,
        /** An original in another palette. */
        PALETTES,
        /** Made from one of the others. */
        REFINEMENTS,
        /** Brought in to make an original from, or to be looked at while a refinement is made. */
        INPUTS
    }

    /** Whether it was there before any refinement. */
    public boolean isOriginal() {
        return shelf != Shelf.REFINEMENTS;
    }
}
