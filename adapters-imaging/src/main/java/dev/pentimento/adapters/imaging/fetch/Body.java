package dev.pentimento.adapters.imaging.fetch;

import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;

/** Reads the file out of an answer, if it is one and not too large. */
final class Body {
    private static final int OK = 200;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> LOCKED = Set.of(401, 403, 407);
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private final Set<Rule> rules;
    private final long maxBytes;

    Body(Set<Rule> rules, long maxBytes) {
        this.rules = rules;
        this.maxBytes = maxBytes;
    }

    /** @param shown the URL, for messages */
    byte[] read(Response answer, String shown) throws IOException {
        checkStatus(answer.code(), shown);
        checkEncoding(answer, shown);
        checkLength(answer, shown);
        if (rules.contains(Rule.CLAIMED_SIZE) && answer.body().contentLength() > maxBytes) {
            throw tooLarge(shown);
        }
        long most = rules.contains(Rule.COUNTED_SIZE) ? maxBytes : Long.MAX_VALUE - 1;
        byte[] bytes = answer.body().byteStream().readNBytes((int) Math.min(most + 1, MAX_ARRAY));
        if (bytes.length > most) {
            throw tooLarge(shown);
        }
        return bytes;
    }

    private void checkStatus(int status, String shown) {
        if (status == OK || !rules.contains(Rule.WHOLE_FILE)) {
            return;
        }
        if (GONE.contains(status)) {
            throw new FetchFailure(
                    Reason.NOT_FOUND, "%s is not there: the server answers %d; check the URL".formatted(shown, status));
        }
        String advice = LOCKED.contains(status)
                ? "it wants a login; save the image with your browser and give the path of the file"
                : "open it in a browser to see why";
        throw new FetchFailure(
                Reason.HTTP_STATUS, "%s gives no file: the server answers %d; %s".formatted(shown, status, advice));
    }

    /** gzip is undone before it comes here, and nothing else was asked for. */
    private static void checkEncoding(Response answer, String shown) {
        String encoding = answer.header("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new FetchFailure(
                    Reason.BROKEN_ANSWER,
                    "%s gives no readable file: the server packed it in a way that nobody asked for; save it with your browser"
                            .formatted(shown));
        }
    }

    /** The client would take a length that is no number for none at all. */
    private static void checkLength(Response answer, String shown) {
        String length = answer.header("Content-Length");
        if (length != null && !LENGTH.matcher(length).matches()) {
            throw new FetchFailure(
                    Reason.BROKEN_ANSWER,
                    "%s gives no readable file: the server states a length that is none; save it with your browser"
                            .formatted(shown));
        }
    }

    private FetchFailure tooLarge(String shown) {
        return new FetchFailure(
                Reason.TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "%s is larger than the %.1f MB that are taken in; use a smaller one or raise intake.max-bytes",
                        shown,
                        maxBytes / 1e6));
    }
}
