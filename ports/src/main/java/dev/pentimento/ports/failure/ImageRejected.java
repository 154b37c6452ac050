package dev.pentimento.ports.failure;

import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.FailureCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes that should have been an image are not one we can or want to read. */
public final class ImageRejected extends PentimentoException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient @Nullable ImageDigest file;

    /** Why, for programs. */
    public enum Reason {
        EMPTY,
        NOT_AN_IMAGE,
        UNSUPPORTED,
        DAMAGED,
        TOO_LARGE,
        /** It could not be read in the time that an image may take. */
        TIMED_OUT,
        /** Others were being read, so that its turn did not come in time: the only reason to try the same file again. */
        BUSY
    }

    public ImageRejected(Reason reason, String message) {
        this(reason, message, null);
    }

    public ImageRejected(Reason reason, String message, @Nullable Throwable cause) {
        this(reason, message, null, cause);
    }

    private ImageRejected(Reason reason, String message, @Nullable ImageDigest file, @Nullable Throwable cause) {
        super(FailureCode.IMAGE_REJECTED, message, cause);
        this.reason = reason;
        this.file = file;
    }

    /** The same about a file of a name, which is one of several. */
    public ImageRejected of(ImageDigest digest, String name) {
        return new ImageRejected(reason, "%s: %s".formatted(name, getMessage()), digest, this);
    }

    /** Which of the files that came it is; empty where nobody has said. */
    public Optional<ImageDigest> file() {
        return Optional.ofNullable(file);
    }

    public Reason reason() {
        return reason;
    }
}
