package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.submission.SubmissionKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header by which a request that is sent again is known again. */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    private IdempotencyKey() {}

    /**
     * Null if the request has none.
     *
     * @param body what makes it the same request, besides its address
     * @throws Refusal with 422 if the key cannot be one
     */
    public static @Nullable SubmissionKey of(Call call, List<String> body) {
        Optional<String> key = call.header(HEADER).map(String::strip).filter(text -> !text.isEmpty());
        if (key.isEmpty()) {
            return null;
        }
        try {
            return new SubmissionKey(key.get(), hash(call, body));
        } catch (IllegalArgumentException e) {
            throw Fields.problem(HEADER, String.valueOf(e.getMessage())).refusal();
        }
    }

    private static RequestHash hash(Call call, List<String> body) {
        String query = call.context().queryString();
        List<String> address = List.of(call.context().path(), query == null ? "" : query);
        return RequestHash.of(Stream.concat(address.stream(), body.stream()).toList());
    }

    /** For a key that stands for another request. */
    public static Problem taken(String key) {
        return Problem.of(
                        422,
                        "idempotency_key_reused",
                        "This idempotency key was used for another request; send another key, or the same request")
                .member("idempotency_key", key);
    }
}
