package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.spi.IntakeLimits;
import java.util.Locale;

/** Where a reader asks whether a size may pass, and finds the words to turn a file away. */
record Gate(MediaType format, IntakeLimits limits) {

    /** The size, if it may be read. Comes before any memory is taken for pixels. */
    ImageSize admit(long width, long height) {
        if (width < 1 || height < 1) {
            throw damaged("its header claims %dx%d px".formatted(width, height));
        }
        if (width > limits.maxSide() || height > limits.maxSide()) {
            throw tooLarge(String.format(
                    Locale.ROOT,
                    "This %s is %dx%d px, more than the limit of %,d px a side; scale it down and try again",
                    format,
                    width,
                    height,
                    limits.maxSide()));
        }
        if (width * height > limits.maxPixels()) {
            throw tooLarge(String.format(
                    Locale.ROOT,
                    "This %s is %dx%d = %,d px, more than the limit of %,d px; scale it down and try again",
                    format,
                    width,
                    height,
                    width * height,
                    limits.maxPixels()));
        }
        return new ImageSize((int) width, (int) height);
    }

    ImageRejected unsupported(String feature) {
        return new ImageRejected(
                Reason.UNSUPPORTED,
                "This %s uses %s, which cannot be read here; save it as an ordinary PNG or JPEG"
                        .formatted(format, feature));
    }

    /** {@code what} completes the sentence "This PNG is damaged: ...". */
    ImageRejected damaged(String what) {
        return new ImageRejected(Reason.DAMAGED, damage(what));
    }

    /** The typed form of whatever a reader failed with. */
    ImageRejected rejected(Throwable failure) {
        if (isOutOfMemory(failure)) {
            return new ImageRejected(
                    Reason.TOO_LARGE,
                    "This %s does not fit into memory; scale it down, or give the program more memory"
                            .formatted(format),
                    failure);
        }
        return new ImageRejected(Reason.DAMAGED, damage("its content breaks the rules of the format"), failure);
    }

    private String damage(String what) {
        return "This %s is damaged: %s; save or download it again".formatted(format, what);
    }

    private static ImageRejected tooLarge(String message) {
        return new ImageRejected(Reason.TOO_LARGE, message);
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
}
