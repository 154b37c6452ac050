package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.provider.http.Excerpt;
import dev.pentimento.provider.http.RetryAfter;
import dev.pentimento.provider.http.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Says what an answer without success means, before the library sees it and throws half of it away.
 *
 * <p>Source: the pages "Troubleshooting" and "Billing" of the Gemini API's documentation; what is refused with 400, 500 or 503 is not charged. Of 504
 * that is not said: the model may have been at work until its time was up.
 */
final class Refusals implements Interceptor {
    /** In bytes; no error needs more. */
    private static final long MAX_BODY = 1 << 20;

    private static final int TIMED_OUT = 408;
    private static final int CLOSED = 499;

    private final ProviderSettings settings;
    private final Secret key;
    private final InstantSource clock;

    Refusals(ProviderSettings settings, Secret key, InstantSource clock) {
        this.settings = settings;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            throw failure(response, response.peekBody(MAX_BODY).string());
        }
    }

    private ProviderFailure failure(Response response, String body) {
        return GoogleError.in(body)
                .map(error -> ofGoogle(response, error))
                .orElseGet(() -> ofSomebodyElse(response, body));
    }

    private ProviderFailure ofGoogle(Response response, GoogleError error) {
        String said = said(response, error.message());
        return switch (response.code()) {
            case 400 -> error.blamesKey() ? denied(said) : new ProviderFailure.InvalidRequest(said);
            case 401, 403 -> denied(said);
            case 402 -> new ProviderFailure.QuotaExhausted(said);
            case 404 -> gone(model(response));
            case 429 ->
                error.meansQuota()
                        ? new ProviderFailure.QuotaExhausted(said)
                        : new ProviderFailure.RateLimited(
                                said, error.retryDelay().orElseGet(() -> told(response)));
            case 500, 503 -> new ProviderFailure.Unavailable(said, null);
            default -> other(response.code(), said);
        };
    }

    /** Such as a proxy, which has no say in what is billed. */
    private ProviderFailure ofSomebodyElse(Response response, String body) {
        String said = said(response, body);
        return switch (response.code()) {
            case 401, 403 -> denied(said);
            case 402 -> new ProviderFailure.QuotaExhausted(said);
            case 404 -> new ProviderFailure.InvalidRequest(said + "; check " + settings.fullKey("base-url"));
            case 429 -> new ProviderFailure.RateLimited(said, told(response));
            default -> other(response.code(), said);
        };
    }

    private String said(Response response, String words) {
        return "Gemini answered with %d: %s".formatted(response.code(), Excerpt.of(words, key));
    }

    private static ProviderFailure denied(String said) {
        return new ProviderFailure.AccessDenied(said + "; check GEMINI_API_KEY");
    }

    private static ProviderFailure other(int status, String said) {
        boolean mayHaveBegun = status >= 500 || status == TIMED_OUT || status == CLOSED;
        return mayHaveBegun
                ? new ProviderFailure.OutcomeUnknown(said + "; it may be on the bill", null)
                : new ProviderFailure.InvalidRequest(said);
    }

    private Duration told(Response response) {
        return RetryAfter.in(name -> Optional.ofNullable(response.header(name)), clock.instant())
                .orElse(Duration.ZERO);
    }

    private ProviderFailure gone(String model) {
        String successor = settings.model(model)
                .map(ModelFacts::successor)
                .map("use '%s'"::formatted)
                .orElse("choose another");
        return new ProviderFailure.ModelRetired(
                "Gemini has no model '%s', or not any more; %s".formatted(model, successor));
    }

    /** The address ends with {@code models/NAME:generateContent}. */
    private static String model(Response response) {
        var path = response.request().url().pathSegments();
        return path.get(path.size() - 1).split(":", 2)[0];
    }
}
