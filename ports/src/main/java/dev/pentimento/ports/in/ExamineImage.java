package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.provenance.FileClaims;
import org.jspecify.annotations.Nullable;

/** Tells what a file is, whether it is known, and what it says about itself; keeps nothing. */
public interface ExamineImage {

    /** @throws dev.pentimento.ports.failure.PentimentoException if the file is no readable image, or the URL gives none */
    Examination handle(Query query);

    /** Which file, and among whose versions to look for it. */
    record Query(UserId owner, RefineImage.Given picture) {}

    /**
     * The result.
     *
     * @param fileName without folders
     * @param claims the file's own words, by whoever wrote it
     * @param match null if it has nothing to do with any version of the owner
     */
    record Examination(
            String fileName,
            Image image,
            FileClaims claims,
            @Nullable Match match) {}

    /** The version that a file is, or says it comes from. */
    record Match(ShowVersion.Details version, Likeness likeness) {}

    /** How much a file has of a version. */
    enum Likeness {
        SAME_BYTES,
        SAME_PIXELS,
        /** It only says so; its pixels are others. */
        CLAIMED
    }
}
