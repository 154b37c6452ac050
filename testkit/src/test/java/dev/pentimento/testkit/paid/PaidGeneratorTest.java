package dev.pentimento.testkit.paid;

import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.testkit.ImageGeneratorContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** In both modes. */
class PaidGeneratorTest {

    @Nested
    class OnTheLine extends ImageGeneratorContract {
        private final PaidTrial trial = PaidTrial.onTheLine();

        @Override
        protected ImageGenerator generator() {
            return trial.provider().generator().orElseThrow();
        }

        @AfterEach
        void close() {
            trial.close();
        }
    }

    @Nested
    class InTheQueue extends ImageGeneratorContract {
        private final PaidTrial trial = PaidTrial.inTheQueue();

        @Override
        protected ImageGenerator generator() {
            return trial.provider().generator().orElseThrow();
        }

        @AfterEach
        void close() {
            trial.close();
        }
    }
}
