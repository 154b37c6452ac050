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

    /** For limits that do not say how long they last; the shortest of them counts by the minute. */
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

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
        Optional<GoogleError> error = GoogleError.in(body);
        String said = "Gemini answered with %d: %s"
                .formatted(
                        response.code(),
                        Excerpt.of(error.map(GoogleError::message).orElse(body), key));
        return switch (response.code()) {
            case 400 -> error.filter(GoogleError::blamesKey).isPresent() ? denied(said) : invalid(said);
            case 401, 403 -> denied(said);
            case 402 -> new ProviderFailure.QuotaExhausted(said);
            case 404 ->
                error.isPresent() ? gone(model(response)) : invalid(said + "; check " + settings.fullKey("base-url"));
            case 429 -> limited(said, error, response);
            case 500, 503 -> error.isPresent() ? new ProviderFailure.Unavailable(said, null) : unknown(said);
            case 408, 499 -> unknown(said);
            default -> response.code() >= 500 ? unknown(said) : invalid(said);
        };
    }

    private static ProviderFailure invalid(String said) {
        return new ProviderFailure.InvalidRequest(said);
    }

    private static ProviderFailure unknown(String said) {
        return new ProviderFailure.OutcomeUnknown(said + "; it may be on the bill", null);
    }

    private static ProviderFailure denied(String said) {
        return new ProviderFailure.AccessDenied(said + "; check GEMINI_API_KEY");
    }

    private ProviderFailure limited(String said, Optional<GoogleError> error, Response response) {
        if (error.filter(GoogleError::meansQuota).isPresent()) {
            return new ProviderFailure.QuotaExhausted(said);
        }
        Duration wait = error.flatMap(GoogleError::retryDelay)
                .or(() -> RetryAfter.in(name -> Optional.ofNullable(response.header(name)), clock.instant()))
                .orElse(HALF_A_MINUTE);
        return new ProviderFailure.RateLimited(said, wait);
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
