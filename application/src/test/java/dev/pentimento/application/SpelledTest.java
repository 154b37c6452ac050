package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpelledTest {
    @ParameterizedTest
    @CsvSource({"PT30M, 30m", "PT10S, 10s", "PT1H, 1h", "PT90S, 90s", "PT24H, 24h", "PT0.5S, 500ms", "PT0S, 0ms"})
    void timesAreSpelledAsInTheConfiguration(Duration time, String spelled) {
        assertThat(Spelled.of(time)).isEqualTo(spelled);
    }
}
