package dev.pentimento.adapters.falgemini.fal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.pentimento.provider.http.Reply;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What fal says went wrong.
 *
 * <p>Models answer {@code {"detail": [{"loc", "msg", "type"}]}}, the infrastructure {@code {"detail": "...", "error_type": "..."}} with the type in the
 * header {@code X-Fal-Error-Type} too; a request that failed in the queue has {@code error} and {@code error_type} in its status. Source: the pages
 * "Model Errors" and "Request Error Types" of fal's documentation, read in November 2026, which say that not all models keep to it yet.
 *
 * @param types such as {@code content_policy_violation}; empty where none is named
 * @param message for people, neither cut nor masked yet
 * @param lasting whether fal says that trying again will not help
 */
record FalError(List<String> types, String message, boolean lasting) {
    private static final Pattern POLICY = Pattern.compile("content_policy_violation|.*nsfw.*|.*moderat.*");
    private static final Pattern POLICY_IN_WORDS =
            Pattern.compile("(?is).*\\b(nsfw|content policy|content checker)\\b.*");
    private static final Pattern CALLED_OFF = Pattern.compile(".*cancell?ed");
    private static final Pattern UNBILLED =
            Pattern.compile("runner_.*|.*_timeout|internal_.*|.*_unavailable|.*server_error");
    private static final Pattern NO_MONEY = Pattern.compile("(?is).*\\b(balance|locked|top up|credits?|billing)\\b.*");

    /** Empty if somebody else speaks, such as a gateway with a page of its own. */
    static Optional<FalError> in(Reply reply) {
        boolean lasting = reply.header("X-Fal-Retryable")
                .filter("false"::equalsIgnoreCase)
                .isPresent();
        return Json.read(reply.body()).flatMap(body -> of(body, reply.header("X-Fal-Error-Type"), lasting));
    }

    /** Of a request in the queue; empty unless it failed. */
    static Optional<FalError> in(JsonObject status) {
        boolean failed = Stream.of("error", "error_type")
                .anyMatch(name -> Json.member(status, name).isPresent());
        return failed ? of(status, Optional.empty(), false) : Optional.empty();
    }

    private static Optional<FalError> of(JsonElement body, Optional<String> header, boolean lasting) {
        if (body.isJsonArray()) {
            return Optional.of(new FalError(types(body, header), message(body), lasting));
        }
        if (!body.isJsonObject()) {
            return Optional.empty();
        }
        JsonObject object = body.getAsJsonObject();
        Optional<String> type = header.or(() -> Json.text(object, "error_type"));
        return Stream.of("detail", "error", "message", "error_type")
                .flatMap(name -> Json.member(object, name).stream())
                .findFirst()
                .map(said -> new FalError(types(said, type), message(said), lasting));
    }

    private static List<String> types(JsonElement said, Optional<String> type) {
        Stream<String> each = objects(said).flatMap(object -> Json.text(object, "type").stream());
        return Stream.concat(type.stream(), each).distinct().toList();
    }

    private static String message(JsonElement said) {
        return said.isJsonPrimitive()
                ? said.getAsString()
                : objects(said).map(FalError::sentence).collect(Collectors.joining("; "));
    }

    /** Never what was sent, which fal repeats as {@code input}. */
    private static String sentence(JsonObject detail) {
        String place = Json.list(detail, "loc").stream()
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .collect(Collectors.joining("."));
        String message =
                Json.text(detail, "msg").or(() -> Json.text(detail, "message")).orElse("");
        return place.isEmpty() ? message : place + ": " + message;
    }

    private static Stream<JsonObject> objects(JsonElement said) {
        Stream<JsonElement> all =
                said.isJsonArray() ? StreamSupport.stream(said.getAsJsonArray().spliterator(), false) : Stream.of(said);
        return all.filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
    }

    boolean isPolicy() {
        return isOfType(POLICY) || POLICY_IN_WORDS.matcher(message).matches();
    }

    boolean isCalledOff() {
        return isOfType(CALLED_OFF);
    }

    /** Whether it is a fault of fal's own machines, which is not charged: "Server errors (HTTP 500+) are never charged" (its FAQ, November 2026). */
    boolean isUnbilled() {
        return isOfType(UNBILLED);
    }

    private boolean isOfType(Pattern pattern) {
        return types.stream().anyMatch(type -> pattern.matcher(type).matches());
    }

    /** Whether the account is empty; fal says so in words only. */
    boolean meansNoMoney() {
        return NO_MONEY.matcher(message).matches();
    }

    /** What was said, with the types. */
    String words() {
        String named = types.isEmpty() ? "" : "(" + String.join(", ", types) + ")";
        return (message + " " + named).strip();
    }
}
