package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.spi.IntakeLimits;
import java.math.BigDecimal;
import java.util.Locale;

/** The words for turning away files of one format. */
record Refusals(MediaType format) {
    private static final long MEGABYTE = 1_000_000;

    ImageRejected unsupported(String feature) {
        return new ImageRejected(
                Reason.UNSUPPORTED,
                String.format(
                        Locale.ROOT,
                        "This %s uses %s, which cannot be read here; save it as an ordinary PNG or JPEG",
                        format,
                        feature));
    }

    /** {@code what} completes the sentence "This PNG is damaged: ...". */
    ImageRejected damaged(String what) {
        return new ImageRejected(Reason.DAMAGED, damage(what));
    }

    private String damage(String what) {
        return "This %s is damaged: %s; save or download it again".formatted(format, what);
    }

    ImageRejected tooLong(long width, long height, int limit) {
        return new ImageRejected(
                Reason.TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "This %s is %dx%d px, more than the limit of %,d px a side; scale it down and try again",
                        format,
                        width,
                        height,
                        limit));
    }

    ImageRejected tooLarge(long width, long height, long limit) {
        return new ImageRejected(
                Reason.TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "This %s is %dx%d = %,d px, more than the limit of %,d px; scale it down and try again",
                        format,
                        width,
                        height,
                        width * height,
                        limit));
    }

    ImageRejected tooHungry(ImageSize size, long needed, long available) {
        return new ImageRejected(
                Reason.TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "Reading this %s of %s px takes %,d MB of memory, more than the %,d MB there are for it;"
                                + " scale it down, or use a larger heap (-Xmx)",
                        format,
                        size,
                        needed / MEGABYTE,
                        available / MEGABYTE));
    }

    ImageRejected timedOut(IntakeLimits limits) {
        return new ImageRejected(
                Reason.TIMED_OUT,
                String.format(
                        Locale.ROOT,
                        "This %s could not be read within %s; save it again as an ordinary PNG or JPEG",
                        format,
                        seconds(limits)));
    }

    ImageRejected busy(IntakeLimits limits) {
        return new ImageRejected(
                Reason.BUSY,
                String.format(
                        Locale.ROOT,
                        "Too many images are being read, so the turn of this %s did not come within %s; try again later",
                        format,
                        seconds(limits)));
    }

    ImageRejected interrupted() {
        return new ImageRejected(
                Reason.TIMED_OUT,
                String.format(Locale.ROOT, "Reading this %s was interrupted before it was done; try again", format));
    }

    /** The typed form of whatever a reader failed with. */
    ImageRejected causedBy(Throwable failure) {
        if (isOutOfMemory(failure)) {
            return new ImageRejected(
                    Reason.TOO_LARGE,
                    "This %s does not fit into memory; scale it down, take in fewer at a time, or use a larger heap (-Xmx)"
                            .formatted(format),
                    failure);
        }
        if (failure instanceof LinkageError) {
            return new ImageRejected(
                    Reason.UNSUPPORTED,
                    "This %s needs a part of Java that is missing here (%s); install a complete Java"
                            .formatted(format, failure),
                    failure);
        }
        return new ImageRejected(Reason.DAMAGED, damage("its content breaks the rules of the format"), failure);
    }

    /** Libraries wrap it, so the causes count too. */
    private static boolean isOutOfMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private static String seconds(IntakeLimits limits) {
        return BigDecimal.valueOf(limits.timeout().toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}
