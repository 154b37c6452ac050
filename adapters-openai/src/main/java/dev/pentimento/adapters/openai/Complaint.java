package dev.pentimento.adapters.openai;

import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import dev.pentimento.provider.http.Excerpt;
import dev.pentimento.provider.http.RetryAfter;
import dev.pentimento.provider.http.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An error as OpenAI tells it: status, {@code code} and {@code type}, and words for people. Servers that speak its API leave out what they like. */
record Complaint(OpenAIServiceException error) {
    static final String REQUEST_ID = "x-request-id";

    /** What the library says when there are no words. */
    private static final String NO_WORDS = "Unknown";

    int status() {
        return error.statusCode();
    }

    /** Whether its code or its type is one of these. */
    boolean isOneOf(Set<String> names) {
        Set<String> own = Stream.<Supplier<Optional<String>>>of(error::code, error::type)
                .map(Complaint::readable)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return !Collections.disjoint(own, names);
    }

    /** Some servers write numbers there. */
    private static Optional<String> readable(Supplier<Optional<String>> name) {
        try {
            return name.get();
        } catch (OpenAIInvalidDataException notText) {
            return Optional.empty();
        }
    }

    Duration wait(Instant now) {
        return RetryAfter.in(this::header, now).orElse(Duration.ZERO);
    }

    private Optional<String> header(String name) {
        return error.headers().values(name).stream().findFirst();
    }

    /** One line with status, words and the id under which OpenAI can look the request up; never the key. */
    String text(Secret key) {
        String words = String.valueOf(error.getMessage()).replaceFirst("^\\d+: ", "");
        String details = Stream.of(
                        words.equals(NO_WORDS) ? "" : Excerpt.of(words, key),
                        header(REQUEST_ID).map(id -> "request " + id).orElse(""))
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining("; "));
        String answered = "Provider '%s' answered %d".formatted(OpenAiProviderFactory.NAME, status());
        return details.isEmpty() ? answered : "%s (%s)".formatted(answered, details);
    }
}
