package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.pentimento.ports.failure.ProviderFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the exceptions of LangChain4j mean. Its own difference between retriable and not says nothing about money, so whatever may have been billed
 * is of unknown outcome.
 */
final class ModelFailures {
    private static final int LONGEST_QUOTE = 200;

    private static final Map<Class<? extends Throwable>, Function<String, ProviderFailure>> KINDS = kinds();

    private ModelFailures() {}

    private static Map<Class<? extends Throwable>, Function<String, ProviderFailure>> kinds() {
        Map<Class<? extends Throwable>, Function<String, ProviderFailure>> kinds = new LinkedHashMap<>();
        kinds.put(UnresolvedModelServerException.class, said -> new ProviderFailure.NotSent(said, null));
        kinds.put(
                AuthenticationException.class,
                said -> new ProviderFailure.AccessDenied(said + "; check the key of the model"));
        kinds.put(RateLimitException.class, said -> new ProviderFailure.RateLimited(said, Duration.ZERO));
        kinds.put(ContentFilteredException.class, ProviderFailure.Refused::new);
        kinds.put(
                ModelNotFoundException.class,
                said -> new ProviderFailure.ModelRetired(said + "; configure another model"));
        kinds.put(InvalidRequestException.class, ProviderFailure.InvalidRequest::new);
        kinds.put(UnsupportedFeatureException.class, ProviderFailure.InvalidRequest::new);
        return kinds;
    }

    static RuntimeException translate(String provider, Throwable thrown) {
        if (thrown instanceof ProviderFailure failure) {
            return failure;
        }
        String said = said(provider, thrown);
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().isInstance(thrown))
                .findFirst()
                .<ProviderFailure>map(kind -> kind.getValue().apply(said))
                .orElseGet(() -> new ProviderFailure.OutcomeUnknown(said, thrown));
    }

    private static String said(String provider, Throwable thrown) {
        String message = String.valueOf(thrown.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return "The model of provider '%s' failed with %s (%s)"
                .formatted(
                        provider,
                        thrown.getClass().getSimpleName(),
                        message.substring(0, Math.min(message.length(), LONGEST_QUOTE)));
    }
}
