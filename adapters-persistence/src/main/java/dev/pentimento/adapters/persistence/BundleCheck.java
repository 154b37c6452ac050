package dev.pentimento.adapters.persistence;

import com.google.errorprone.annotations.FormatMethod;
import dev.pentimento.ports.failure.BundleRejected;
import dev.pentimento.ports.failure.BundleRejected.Reason;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules as they apply to one file.
 *
 * @param rules those that hold: all of them, but for tests that show what each is good for
 */
record BundleCheck(Path file, BundleLimits limits, Set<BundleRule> rules) {
    private static final String AGAIN = "get the file again, or export it again";

    private static final Map<Reason, String> ADVICE = new EnumMap<>(Map.of(
            Reason.NOT_A_BUNDLE, "name a file that export has written",
            Reason.NEWER_FORMAT, "upgrade Pentimento",
            Reason.DAMAGED, AGAIN,
            Reason.UNEXPECTED_ENTRY, AGAIN,
            Reason.TOO_LARGE,
                    "export fewer concepts at a time, or raise the limits (intake.max-pixels, the heap by -Xmx)",
            Reason.INVALID_HISTORY, AGAIN,
            Reason.IMAGE_DAMAGED, AGAIN));

    @FormatMethod
    void require(BundleRule rule, boolean kept, String problem, Object... values) {
        if (!kept && rules.contains(rule)) {
            throw rejected(rule.reason(), problem.formatted(values), null);
        }
    }

    BundleRejected rejected(Reason reason, String problem, @Nullable Exception cause) {
        return new BundleRejected(
                reason,
                "%s: %s; %s"
                        .formatted(
                                file.getFileName(), problem.lines().findFirst().orElse(""), ADVICE.get(reason)),
                cause);
    }

    BundleRejected damaged(String problem) {
        return rejected(Reason.DAMAGED, problem, null);
    }
}
