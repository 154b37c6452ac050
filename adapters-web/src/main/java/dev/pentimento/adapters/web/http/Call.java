package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.identity.UserId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A request as a route sees it.
 *
 * @param caller who asks; of routes that are open to everyone, {@link UserId#LOCAL}
 * @param base how its sender reaches the server, without a slash at the end
 * @param context for what is not offered here, such as forms
 */
public record Call(Caller caller, String base, Context context) {

    /** The parameter by which somebody says once who he is. */
    public static final String TICKET = "ticket";

    private static final List<String> NOT_ASKED = List.of("");
    private static final String UNPACKED = "identity";

    public UserId user() {
        return caller.user();
    }

    public String path(String name) {
        return context.pathParam(name);
    }

    /**
     * An id in the path. What is no id names nothing, so it is as unknown as one that nobody has.
     *
     * @param what is named, such as {@code task}
     */
    public <T> T id(String name, String what, Function<UUID, T> reader) {
        return Ids.read(path(name)).map(reader).orElseThrow(() -> unknown(what).refusal());
    }

    private static Problem unknown(String what) {
        return Problem.notFound("There is no such " + what);
    }

    /** @throws Refusal with 422 if it is there and cannot be read */
    public Optional<String> query(String name) {
        List<String> values = context.queryParamMap().getOrDefault(name, NOT_ASKED);
        if (values.isEmpty()) { // which Javalin leaves where percent signs stand for nothing
            throw Fields.problem(name, "has a % that stands for no character").refusal();
        }
        return Optional.of(values.get(0).strip()).filter(text -> !text.isEmpty());
    }

    /** @throws Refusal with 422 if it is no whole number in the range */
    public int query(String name, int least, int most, int otherwise) {
        return query(name).map(text -> wholeNumber(name, text, least, most)).orElse(otherwise);
    }

    private static int wholeNumber(String name, String text, int least, int most) {
        if (text.matches("-?\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw Fields.problem(name, "must be a whole number from %d to %d".formatted(least, most))
                .refusal();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** @throws Refusal if the body is no JSON object, or too large */
    public Fields json() {
        requireUnpacked();
        return JsonBody.read(context.req());
    }

    /**
     * As {@link #json}, where a body is not needed.
     *
     * @throws Refusal if there is a body that is no JSON object, or too large
     */
    public Fields jsonIfAny() {
        boolean isThere = context.req().getContentLengthLong() > 0
                || header("Transfer-Encoding").isPresent();
        return isThere ? json() : Fields.NONE;
    }

    /** @throws Refusal if the body is no form, or too large */
    public Form form() {
        requireUnpacked();
        return Form.read(context);
    }

    /** Nobody unpacks bodies here: a small one could become as large as it likes. */
    private void requireUnpacked() {
        String encoding = header("Content-Encoding").map(String::strip).orElse("");
        if (!encoding.isEmpty() && !encoding.equalsIgnoreCase(UNPACKED)) {
            throw Problem.of(
                            415,
                            "unsupported_media_type",
                            "The body is packed; send it as it is, without Content-Encoding")
                    .with("Accept-Encoding", UNPACKED)
                    .refusal();
        }
    }
}
