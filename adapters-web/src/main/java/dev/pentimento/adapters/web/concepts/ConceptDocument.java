package dev.pentimento.adapters.web.concepts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concept, shown by one of its images: the newest that is no colour variation and no mere reference, or the one that
 * was asked for.
 *
 * @param id by which it was found: the concept's, or the version's
 * @param colorPalettes those of its colour variations
 * @param isRefinement whether the image was made from another one
 * @param originalImageUrl of what it was made from
 * @param parentVersionId of the same
 * @param versions how many images the concept has
 */
record ConceptDocument(
        String id,
        String conceptId,
        String versionId,
        String userId,
        @Nullable String logoDescription,
        @Nullable String themeDescription,
        String imagePath,
        String imageUrl,
        List<List<String>> colorPalettes,
        List<ColorVariation> colorVariations,
        boolean isAnonymous,
        boolean isRefinement,
        @Nullable String refinementPrompt,
        @Nullable String originalImageUrl,
        @Nullable String parentVersionId,
        @Nullable String taskId,
        int versions,
        String createdAt) {

    /** Some of a user's concepts, newest first. */
    record Page(List<ConceptDocument> concepts, int total) {
        Page {
            concepts = List.copyOf(concepts);
        }
    }
}
