package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.provider.http.Excerpt;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What fal's answers mean that bring nothing: one place for the whole table. */
final class Failures {
    private final Secret key;
    private final InstantSource clock;

    Failures(Secret key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** @param asked what for, for people */
    ProviderFailure of(Reply reply, String asked, Purpose purpose) {
        Optional<FalError> error = FalError.in(reply);
        String said = said(reply, asked, error);
        return switch (reply.status()) {
            case 401, 402, 403 -> closed(reply, said, error, purpose);
            case 404, 410 -> missing(said, error.isPresent(), purpose);
            case 408, 499 -> purpose.unclear(said, null);
            case 429 ->
                new ProviderFailure.RateLimited(
                        said, reply.retryAfter(clock.instant()).orElse(Duration.ZERO));
            default -> other(reply, said, error, purpose);
        };
    }

    private String said(Reply reply, String asked, Optional<FalError> error) {
        String words = error.map(FalError::words)
                .map(text -> Excerpt.of(text, key))
                .orElseGet(() -> Excerpt.of(reply.body(), key));
        return "fal answered %s with %d%s".formatted(asked, reply.status(), words.isEmpty() ? "" : ": " + words);
    }

    /** A key that has stopped working says nothing of what was ordered with it. */
    private static ProviderFailure closed(Reply reply, String said, Optional<FalError> error, Purpose purpose) {
        boolean spent =
                reply.status() == 402 || error.filter(FalError::meansNoMoney).isPresent();
        String advice = said + (spent ? "; top up the account" : "; check FAL_KEY");
        if (purpose == Purpose.RESULT) {
            return purpose.unclear(advice, null);
        }
        return spent ? new ProviderFailure.QuotaExhausted(advice) : new ProviderFailure.AccessDenied(advice);
    }

    /** Only endpoints that were there once are ever asked. */
    private static ProviderFailure missing(String said, boolean byFal, Purpose purpose) {
        return switch (purpose) {
            case RESULT ->
                byFal
                        ? ProviderFailure.OutcomeUnknown.forgotten(said + "; fal does not know the request any more")
                        : purpose.unclear(said, null);
            case PAID ->
                byFal
                        ? new ProviderFailure.ModelRetired(
                                said + "; fal has no such endpoint any more, name another one")
                        : purpose.unclear(said, null);
            case PREPARATION -> new ProviderFailure.InvalidRequest(said + "; check the setting upload-url of fal");
        };
    }

    private static ProviderFailure other(Reply reply, String said, Optional<FalError> error, Purpose purpose) {
        if (error.isEmpty() || reply.status() < 400) {
            return purpose.unclear(said, null);
        }
        if (reply.status() >= 500) {
            return purpose == Purpose.RESULT ? purpose.unclear(said, null) : broken(error.get(), said);
        }
        if (error.get().isPolicy()) {
            return refused(said);
        }
        boolean ofTheModel = reply.status() == 422 || !error.get().types().isEmpty();
        return purpose == Purpose.RESULT && !ofTheModel
                ? purpose.unclear(said, null)
                : new ProviderFailure.InvalidRequest(said);
    }

    /** Nothing was ordered by a request that fal itself answers so, and nothing is charged for it. */
    private static ProviderFailure broken(FalError error, String said) {
        return error.lasting()
                ? new ProviderFailure.InvalidRequest(said + "; fal says that trying again will not help")
                : new ProviderFailure.Unavailable(said, null);
    }

    /** The request came to its end without a result. */
    ProviderFailure of(FalError error, String asked) {
        String said = "fal gave up %s: %s".formatted(asked, Excerpt.of(error.words(), key));
        if (error.isPolicy()) {
            return refused(said);
        }
        if (error.isCalledOff()) {
            return new ProviderFailure.Canceled(said);
        }
        return error.isUnbilled() && !error.lasting()
                ? ProviderFailure.Unavailable.givenUp(said)
                : new ProviderFailure.InvalidRequest(said);
    }

    private static ProviderFailure refused(String said) {
        return new ProviderFailure.Refused(said + "; ask for something else");
    }

    /** It was paid, and cannot be used. */
    ProviderFailure.Unintelligible unusable(
            Reply reply, String asked, String why, Cost cost, @Nullable Throwable cause) {
        String message =
                "fal answered %s with %d bytes that %s; the answer is kept".formatted(asked, reply.body().length, why);
        return new ProviderFailure.Unintelligible(message, reply.body(), cost, cause);
    }
}
