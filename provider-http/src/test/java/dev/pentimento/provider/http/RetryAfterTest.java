package dev.pentimento.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "' 7 ', PT7S",
        "0, PT0S",
        "1.5, PT1.5S",
        "'Fri, 20 Nov 2026 10:15:37 GMT', PT7S",
        "'Fri, 20 Nov 2026 10:15:00 GMT', PT0S"
    })
    void secondsOrADate(String told, Duration wait) {
        assertThat(in(Map.of("Retry-After", told))).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-3", "99999999999999", "7 s", "Fri, 99 Nov 2026 10:15:37 GMT"})
    void whatMakesNoSenseIsNoAnswer(String told) {
        assertThat(in(Map.of("Retry-After", told))).isEmpty();
    }

    @Test
    void millisecondsAreMorePrecise() {
        assertThat(in(Map.of("Retry-After", "2", "retry-after-ms", "1250"))).contains(Duration.ofMillis(1250));
    }

    @Test
    void momentInMilliseconds() {
        String told = Long.toString(NOW.plusMillis(2500).toEpochMilli());

        assertThat(RetryAfter.untilEpochMillis(told, NOW)).contains(Duration.ofMillis(2500));
        assertThat(RetryAfter.untilEpochMillis("1", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.untilEpochMillis("soon", NOW)).isEmpty();
    }

    private static Optional<Duration> in(Map<String, String> headers) {
        return RetryAfter.in(name -> Optional.ofNullable(headers.get(name)), NOW);
    }
}
