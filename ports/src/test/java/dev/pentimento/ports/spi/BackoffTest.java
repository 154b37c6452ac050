package dev.pentimento.ports.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = Backoff.OF_JOBS;

    @Test
    void doublesFromHalfASecondToAMinute() {
        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(backoff.after(2, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(7, 0)).isEqualTo(Duration.ofSeconds(32));
        assertThat(backoff.after(8, 0)).isEqualTo(Duration.ofSeconds(60));
        assertThat(backoff.after(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void chanceTakesAwayUpToAQuarter() {
        assertThat(backoff.after(1, 1)).isEqualTo(Duration.ofMillis(375));
        assertThat(backoff.after(8, 0.5)).isEqualTo(Duration.ofMillis(52_500));
    }

    @Test
    void refusesToWaitForNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backoff.after(0, 0))
                .withMessageContaining("0");
    }
}
