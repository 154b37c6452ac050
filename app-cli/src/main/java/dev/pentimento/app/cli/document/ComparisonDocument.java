package dev.pentimento.app.cli.document;

import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.lineage.Lineage.BranchDiff;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.CompareVersions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How two versions differ.
 *
 * @param difference null when the sizes differ
 * @param mask null unless the second was made from the first within a mask
 * @param branches null when they belong to different concepts
 * @param sideBySidePath absolute; null unless asked for
 */
public record ComparisonDocument(
        VersionDocument first,
        VersionDocument second,
        @Nullable Pixels difference,
        @Nullable MaskDocument mask,
        @Nullable Branches branches,
        @Nullable String sideBySidePath) {

    /** How far the pixels are apart. */
    public record Pixels(double changedPercent, int maxDifference, double ssim) {}

    /** Ids of versions, from the originals on. */
    public record Branches(List<String> shared, List<String> onlyFirst, List<String> onlySecond) {}

    public static ComparisonDocument of(CompareVersions.Comparison comparison, Optional<Path> sideBySide) {
        return new ComparisonDocument(
                VersionDocument.of(Located.inVault(comparison.first())),
                VersionDocument.of(Located.inVault(comparison.second())),
                comparison.difference().map(ComparisonDocument::pixels).orElse(null),
                comparison.mask().map(MaskDocument::of).orElse(null),
                comparison.branches().map(ComparisonDocument::branches).orElse(null),
                sideBySide.map(Path::toString).orElse(null));
    }

    private static Pixels pixels(Difference difference) {
        return new Pixels(
                Json.rounded(difference.changedPercent()),
                difference.maxDifference(),
                Json.rounded(difference.similarity()));
    }

    private static Branches branches(BranchDiff diff) {
        return new Branches(ids(diff.shared()), ids(diff.onlyFrom()), ids(diff.onlyTo()));
    }

    private static List<String> ids(List<Version> versions) {
        return versions.stream().map(version -> version.id().toString()).toList();
    }
}
