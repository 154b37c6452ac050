package dev.pentimento.adapters.jigsawstack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.provider.http.Excerpt;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.RetryAfter;
import dev.pentimento.provider.http.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the statuses of JigsawStack mean: the one table of it. Of its errors the reference lists only the statuses, so their words are looked for wherever
 * they may stand. It promises of no error that it is not billed.
 */
final class Failures {
    /** In milliseconds since 1970. */
    private static final String RESET = "x-jigsaw-rate-limit-reset";

    private static final Pattern FORBIDDEN =
            Pattern.compile("\\b(nsfw|moderation|content policy|safety (system|filter)|prohibited content)\\b");

    private final Secret key;

    Failures(Secret key) {
        this.key = key;
    }

    ProviderFailure of(Reply reply, Purpose purpose) {
        String said = said(reply);
        return switch (reply.status()) {
            case 400, 404, 405, 413, 415, 422 -> objection(said);
            case 401, 403 ->
                new ProviderFailure.AccessDenied(said + "; check " + JigsawStackProviderFactory.KEY_VARIABLE);
            case 402 -> new ProviderFailure.QuotaExhausted(said + "; add credit to the account");
            case 429 -> new ProviderFailure.RateLimited(said, wait(reply, Instant.now()));
            default -> purpose.unclear(said, null);
        };
    }

    private static ProviderFailure objection(String said) {
        return FORBIDDEN.matcher(said.toLowerCase(Locale.ROOT)).find()
                ? new ProviderFailure.Refused(said)
                : new ProviderFailure.InvalidRequest(said);
    }

    private static Duration wait(Reply reply, Instant now) {
        return reply.header(RESET)
                .flatMap(moment -> RetryAfter.untilEpochMillis(moment, now))
                .or(() -> reply.retryAfter(now))
                .orElse(Duration.ZERO);
    }

    /** It was paid, and is no use. */
    ProviderFailure.Unintelligible unusable(Reply reply, String what, Cost cost) {
        return new ProviderFailure.Unintelligible(
                "%s, but %s; the answer is kept".formatted(said(reply), what), reply.body(), cost, null);
    }

    private String said(Reply reply) {
        String words = Excerpt.of(words(reply), key);
        return "Provider '%s' answered %d%s"
                .formatted(JigsawStackProviderFactory.NAME, reply.status(), words.isEmpty() ? "" : " (" + words + ")");
    }

    private static String words(Reply reply) {
        Optional<JsonNode> json = Json.read(reply.body());
        if (json.isPresent()) {
            return words(json.get()).orElse("");
        }
        boolean readable = reply.mediaType().isEmpty() || reply.mediaType().startsWith("text/");
        return readable ? new String(reply.body(), StandardCharsets.UTF_8) : "";
    }

    /** {@code message} or {@code error}, which is a text or an object with such a text in it. */
    private static Optional<String> words(JsonNode json) {
        return Stream.of("message", "error", "detail")
                .flatMap(name -> Json.text(json, name)
                        .or(() -> Optional.ofNullable(json.get(name))
                                .filter(JsonNode::isObject)
                                .flatMap(Failures::words))
                        .stream())
                .findFirst();
    }
}
