package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.testkit.Patience;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchHoldTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final LoopBench bench = new LoopBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** Long before the lease has to be renewed. */
    @Test
    void whatAnotherProcessCallsOffIsSeenSoon() {
        Run run = bench.run(LoopRules.DEFAULT);
        Mint mint = new Mint(UUID::randomUUID, bench.shop.clock);
        try (BatchHold hold = new BatchHold(bench.shop.records, run.batch(), LONG, mint)) {
            assertThat(hold.take()).isTrue();
            hold.keep();
            bench.shop.records.<Batch>write(writer -> {
                Batch off = writer.batch(run.batch()).orElseThrow().callOff();
                writer.replace(off);
                return off;
            });

            Patience.await(() -> hold.halt().isCalledOff());
        }
    }
}
