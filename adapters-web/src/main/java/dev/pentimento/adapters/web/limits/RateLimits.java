package dev.pentimento.adapters.web.limits;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Problems;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.RefineImage.QuotaExhausted;
import dev.pentimento.ports.in.ShowLimits;
import dev.pentimento.ports.in.ShowLimits.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much users may still ask for this month, in headers and in full. */
public final class RateLimits {
    private static final String PERIOD = "month";

    /** The attribute of a request that says which limit it takes from, where that is not the usual one of its route. */
    private static final String KIND = "pentimento.work-kind";

    private final ShowLimits showLimits;
    private final InstantSource clock;

    public RateLimits(ShowLimits showLimits, InstantSource clock) {
        this.showLimits = showLimits;
        this.clock = clock;
    }

    /**
     * A handler whose every answer tells how much is left, whatever it is.
     *
     * @param usual what requests take from, unless they turn out to be others
     */
    public Route.Handler telling(WorkKind usual, Route.Handler handler) {
        return call -> {
            Answer answer = answer(handler, call);
            return answer.with(headers(call.user(), kind(call, usual)));
        };
    }

    private static WorkKind kind(Call call, WorkKind usual) {
        WorkKind told = call.context().attribute(KIND);
        return told == null ? usual : told;
    }

    /** The answer is to tell of the limit of this kind, now that it is known what the request is for. */
    public static void tell(WorkKind kind, Call call) {
        call.context().attribute(KIND, kind);
    }

    private static Answer answer(Route.Handler handler, Call call) {
        try {
            return handler.handle(call);
        } catch (RuntimeException e) {
            return Problems.of(e).answer();
        }
    }

    /** Empty where they cannot be read just now: what was done is told without them rather than not at all. */
    private Map<String, String> headers(UserId user, WorkKind kind) {
        try {
            return headers(limit(user, kind));
        } catch (PentimentoException unknown) {
            return Map.of();
        }
    }

    private static Map<String, String> headers(Limit limit) {
        if (limit.limit().isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(limit.limit().getAsInt()),
                "X-RateLimit-Remaining", Integer.toString(limit.remaining().orElse(0)),
                "X-RateLimit-Reset", Long.toString(limit.resetAt().getEpochSecond()),
                "X-RateLimit-Period", PERIOD);
    }

    private Limit limit(UserId user, WorkKind kind) {
        return showLimits.handle(new ShowLimits.Query(user)).stream()
                .filter(limit -> limit.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A quota that is used up. */
    public Answer exhausted(QuotaExhausted exhausted, UserId user) {
        long seconds = untilReset(exhausted.quota().resetAt());
        int used = limit(user, exhausted.quota().kind()).used();
        return Problem.of(429, "quota_exhausted", why(exhausted.limit(), seconds))
                .retryAfter(seconds)
                .member("limit", exhausted.limit())
                .member("current", used)
                .member("period", PERIOD)
                .member("reset_after_seconds", seconds)
                .answer();
    }

    private static String why(int limit, long seconds) {
        return limit == 0
                ? "The limit is 0 per month: nothing of this kind can be asked for unless it is raised"
                : "The limit of %d per month is used up; it begins anew in %d seconds".formatted(limit, seconds);
    }

    /** Rounded up: who waits as long as told is never too early. */
    private long untilReset(Instant reset) {
        return Math.max(
                1, Duration.between(clock.instant(), reset).plusMillis(999).toSeconds());
    }

    public Answer status(Call call) {
        Map<String, Status> limits = new LinkedHashMap<>();
        showLimits
                .handle(new ShowLimits.Query(call.user()))
                .forEach(limit -> limits.put(limit.kind().label() + "_concept", status(limit)));
        return Answer.ok(new Statuses(call.user().value(), limits));
    }

    private Status status(Limit limit) {
        String text = limit.limit().isPresent() ? limit.limit().getAsInt() + "/" + PERIOD : "unlimited";
        Integer remaining =
                limit.remaining().isPresent() ? (Integer) limit.remaining().getAsInt() : null;
        return new Status(text, remaining, untilReset(limit.resetAt()));
    }

    /** @param limits by what is limited, such as {@code refine_concept} */
    public record Statuses(String userIdentifier, Map<String, Status> limits) {}

    /**
     * One limit.
     *
     * @param limit such as {@code 10/month}
     * @param remaining null = without end
     * @param resetAfter in seconds
     */
    public record Status(String limit, @Nullable Integer remaining, long resetAfter) {}
}
