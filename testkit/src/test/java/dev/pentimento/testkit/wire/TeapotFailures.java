package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the statuses of the teapot vendor mean. */
final class TeapotFailures {
    private final String key;
    private final Flaw flaw;

    TeapotFailures(String key, Flaw flaw) {
        this.key = key;
        this.flaw = flaw;
    }

    ProviderFailure of(TeapotReply reply) {
        String words = Lines.read(reply.body())
                .first("words")
                .orElse(new String(reply.body(), StandardCharsets.UTF_8))
                .replaceAll("\\s+", " ");
        String said = "Answered %d: %s".formatted(reply.status(), shown(words));
        if (flaw == Flaw.CALLS_EVERYTHING_UNAVAILABLE) {
            return new ProviderFailure.Unavailable(said, null);
        }
        return switch (reply.status()) {
            case 400 -> new ProviderFailure.InvalidRequest(said);
            case 401, 403 -> new ProviderFailure.AccessDenied(said + "; check TEAPOT_KEY");
            case 402 -> poor(said);
            case 410 -> new ProviderFailure.ModelRetired(said);
            case 418 -> new ProviderFailure.Refused(said);
            case 429 -> new ProviderFailure.RateLimited(said, wait(reply));
            case 529 -> new ProviderFailure.Unavailable(said, null);
            case 200 -> new ProviderFailure.Unintelligible(said, reply.body(), Cost.unknown(), null);
            default -> new ProviderFailure.OutcomeUnknown(said, null);
        };
    }

    private ProviderFailure poor(String said) {
        return flaw == Flaw.TAKES_POVERTY_FOR_HASTE
                ? new ProviderFailure.RateLimited(said, Duration.ofSeconds(1))
                : new ProviderFailure.QuotaExhausted(said);
    }

    private Duration wait(TeapotReply reply) {
        return reply.header("retry-after")
                .filter(told -> flaw != Flaw.WAITS_A_MOMENT)
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ofSeconds(1));
    }

    private String shown(String words) {
        return flaw == Flaw.QUOTES_THE_KEY ? words : words.replace(key, "***");
    }
}
