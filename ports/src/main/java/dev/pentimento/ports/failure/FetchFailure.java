package dev.pentimento.ports.failure;

import dev.pentimento.domain.job.FailureCode;
import org.jspecify.annotations.Nullable;

/** A URL gave no file. The message names the URL without its query, which may hold a signature. */
public final class FetchFailure extends PentimentoException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why, for programs. */
    public enum Reason {
        /** Not a URL, or one that different programs read differently: write it another way. */
        INVALID_URL,
        /** Its scheme, host, port or address is none that is fetched from: trying again will not help. */
        NOT_ALLOWED,
        /** The server knows no such file. */
        NOT_FOUND,
        /** The server answers, but not with the file. */
        HTTP_STATUS,
        /** The host has no address, nobody answers there, or no secure connection comes about. */
        UNREACHABLE,
        TOO_MANY_REDIRECTS,
        /** The file is larger than what is taken in. */
        TOO_LARGE,
        /** It took longer than fetches may take. */
        TIMED_OUT,
        /** The answer breaks off or breaks the rules of its protocol. */
        BROKEN_ANSWER
    }

    public FetchFailure(Reason reason, String message) {
        this(reason, message, null);
    }

    public FetchFailure(Reason reason, String message, @Nullable Throwable cause) {
        super(FailureCode.FETCH_FAILED, message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
