package dev.pentimento.adapters.falgemini.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The body of a refused request: {@code {"error": {"code", "message", "status", "details": [...]}}}, Google's usual form (google.rpc.Status).
 *
 * @param status such as {@code RESOURCE_EXHAUSTED}
 */
record GoogleError(String status, String message, JsonNode details) {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s");
    private static final Pattern MONEY = Pattern.compile("(?i)billing|credits|spend");
    private static final Pattern NOTHING_ALLOWED = Pattern.compile("limit: 0(?!\\d)");

    /** Empty if somebody else speaks, such as a proxy with a page of its own. */
    static Optional<GoogleError> in(String body) {
        try {
            JsonNode root = Json.tree(body);
            JsonNode error = (root.isArray() ? root.path(0) : root).path("error");
            return error.isObject()
                    ? Optional.of(new GoogleError(
                            error.path("status").asText(), error.path("message").asText(), error.path("details")))
                    : Optional.empty();
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    /** A wrong key is answered with 400, and this reason in a detail. */
    boolean blamesKey() {
        return details("ErrorInfo")
                .anyMatch(detail -> detail.path("reason").asText().startsWith("API_KEY_"));
    }

    /** How long to wait, as a RetryInfo says. */
    Optional<Duration> retryDelay() {
        return details("RetryInfo")
                .map(detail -> SECONDS.matcher(detail.path("retryDelay").asText()))
                .filter(Matcher::matches)
                .map(seconds -> Duration.ofMillis((long) Math.ceil(Double.parseDouble(seconds.group(1)) * 1000)))
                .findFirst();
    }

    /**
     * Whether waiting as told would not help: the quota of the day is spent, or there is none, or money is missing. A quota of the day comes with a
     * RetryInfo of seconds too.
     */
    boolean meansQuota() {
        return perDay()
                || NOTHING_ALLOWED.matcher(message).find()
                || (retryDelay().isEmpty() && MONEY.matcher(message).find());
    }

    private boolean perDay() {
        return details("QuotaFailure")
                .flatMap(detail -> stream(detail.path("violations")))
                .anyMatch(violation -> violation.path("quotaId").asText().contains("PerDay"));
    }

    private Stream<JsonNode> details(String type) {
        return stream(details).filter(detail -> detail.path("@type").asText().endsWith("google.rpc." + type));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
