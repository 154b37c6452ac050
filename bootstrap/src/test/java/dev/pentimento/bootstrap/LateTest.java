package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.testkit.Crowd;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Late<Integer> late = new Late<>(made::incrementAndGet);

    @Test
    void nothingIsBuiltBeforeItIsAskedFor() {
        assertThat(made).hasValue(0);
        assertThat(late.get()).isEqualTo(1);
    }

    @Test
    void itIsBuiltOnceHoweverManyAsk() {
        assertThat(Crowd.of(8, late::get)).hasSize(8).containsOnly(1);
        assertThat(made).hasValue(1);
    }
}
