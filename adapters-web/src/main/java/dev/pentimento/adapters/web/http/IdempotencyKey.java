package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.submission.SubmissionKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header by which a request that is sent again is known again. */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    private IdempotencyKey() {}

    /**
     * That of a request with a JSON body; null if it has none.
     *
     * @throws Refusal with 422 if the key cannot be one
     */
    public static @Nullable SubmissionKey of(Call call, Fields body) {
        return of(call, () -> List.of(body.sent()));
    }

    /** That of a form; files that are not the same make it another request. */
    public static @Nullable SubmissionKey of(Call call, Form form) {
        return of(call, form::sent);
    }

    /** That of a request that says all in its address. */
    public static @Nullable SubmissionKey of(Call call) {
        return of(call, List::of);
    }

    /** @param body what makes it the same request, besides its address */
    private static @Nullable SubmissionKey of(Call call, Supplier<List<String>> body) {
        Optional<String> key = call.header(HEADER).map(String::strip).filter(text -> !text.isEmpty());
        if (key.isEmpty()) {
            return null;
        }
        try {
            return new SubmissionKey(key.get(), hash(call, body.get()));
        } catch (IllegalArgumentException e) {
            throw Fields.problem(HEADER, String.valueOf(e.getMessage())).refusal();
        }
    }

    private static RequestHash hash(Call call, List<String> body) {
        List<String> address = List.of(path(call), query(call));
        return RequestHash.of(Stream.concat(address.stream(), body.stream()).toList());
    }

    /** With a slash at its end it is the same address. */
    private static String path(Call call) {
        return call.context().path().replaceAll("/+$", "");
    }

    /** Whoever asks again does so with another ticket, as each is good only once. */
    private static String query(Call call) {
        return Stream.ofNullable(call.context().queryString())
                .flatMap(query -> Stream.of(query.split("&", -1)))
                .filter(parameter -> !parameter.startsWith(Call.TICKET + "="))
                .collect(Collectors.joining("&"));
    }

    /** What is told of something that was done when the request came first. */
    public static Answer replay(int status, Answer told) {
        return new Answer(status, told.headers(), told.content()).with(REPLAYED, "true");
    }

    /** For a key that stands for another request. */
    public static Problem taken(String key) {
        return Problem.of(
                        422,
                        "idempotency_key_reused",
                        "This idempotency key was used for another request; send another key, or the same request")
                .blaming(HEADER)
                .member("idempotency_key", key);
    }
}
