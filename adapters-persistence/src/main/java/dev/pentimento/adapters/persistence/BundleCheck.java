package dev.pentimento.adapters.persistence;

import com.google.errorprone.annotations.FormatMethod;
import dev.pentimento.ports.failure.BundleRejected;
import dev.pentimento.ports.failure.BundleRejected.Reason;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules as they apply to one file.
 *
 * @param rules those that hold: all of them, but for tests that show what each is good for
 */
record BundleCheck(Path file, BundleLimits limits, Set<BundleRule> rules) {

    @FormatMethod
    void require(BundleRule rule, boolean kept, String problem, Object... values) {
        if (!kept && rules.contains(rule)) {
            throw rejected(rule.reason(), problem.formatted(values), null);
        }
    }

    BundleRejected rejected(Reason reason, String problem, @Nullable Exception cause) {
        return new BundleRejected(
                reason,
                "%s: %s"
                        .formatted(
                                file.getFileName(), problem.lines().findFirst().orElse("")),
                cause);
    }

    BundleRejected damaged(String problem) {
        return rejected(Reason.DAMAGED, problem + "; get the file again, or export it again", null);
    }
}
