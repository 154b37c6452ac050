package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.lineage.Lineage.BranchDiff;
import dev.pentimento.domain.lineage.VersionReference;
import java.util.Optional;
import java.util.function.Supplier;

/** Measures how two versions differ. */
public interface CompareVersions {

    /** @throws dev.pentimento.ports.failure.UnknownReference if a reference fits no version, or several */
    Comparison handle(Query query);

    /** Which two. */
    record Query(UserId owner, VersionReference first, VersionReference second) {}

    /**
     * The result.
     *
     * @param difference of the pixels; empty when the sizes differ
     * @param mask the check of the mask, when the second was made from the first within one
     * @param branches where they part; empty when they belong to different concepts
     * @param sideBySide makes a PNG of the first, the second and, where sizes agree, what changed
     */
    record Comparison(
            ShowVersion.Details first,
            ShowVersion.Details second,
            Optional<Difference> difference,
            Optional<MaskCheck> mask,
            Optional<BranchDiff> branches,
            Supplier<EncodedImage> sideBySide) {}
}
