package dev.pentimento.application;

import dev.pentimento.testkit.Crowd;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoundsTest {
    @Test
    void roundThatFailsForWantOfMemoryIsNotTheLast() {
        CountDownLatch rounds = new CountDownLatch(2);

        Rounds again = Rounds.atOnce("rounds", Duration.ofMillis(1), () -> {
            rounds.countDown();
            throw new OutOfMemoryError("as this test wants it");
        });

        Crowd.await(rounds);
        again.close();
    }
}
