package dev.pentimento.app.cli.document;

import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a masked edit changed on either side of its mask.
 *
 * @param maxDifferenceOutside 0..255
 * @param changedInsidePercent 0..100
 */
public record MaskDocument(int maxDifferenceOutside, double changedInsidePercent) {

    /** The worst of several candidates: the largest difference outside, the smallest change inside. */
    static @Nullable MaskDocument worst(Collection<MaskCheck> checks) {
        return checks.stream().map(MaskDocument::of).reduce(MaskDocument::worse).orElse(null);
    }

    static MaskDocument of(MaskCheck check) {
        return new MaskDocument(check.maxDifferenceOutside(), Json.rounded(check.changedInsidePercent()));
    }

    /** The check of a version that was made within a mask. */
    public static Optional<MaskCheck> check(Version version) {
        return version.origin() instanceof Origin.MaskedRefined refined
                ? Optional.of(refined.check())
                : Optional.empty();
    }

    private MaskDocument worse(MaskDocument other) {
        return new MaskDocument(
                Math.max(maxDifferenceOutside, other.maxDifferenceOutside),
                Math.min(changedInsidePercent, other.changedInsidePercent));
    }
}
