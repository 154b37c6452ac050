package dev.pentimento.testkit.paid;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.ImageEditorContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** In both modes. */
class PaidEditorTest {

    @Nested
    class OnTheLine extends ImageEditorContract {
        private final PaidTrial trial = PaidTrial.onTheLine();

        @Override
        protected ImageEditor editor() {
            return trial.editor();
        }

        @AfterEach
        void close() {
            trial.close();
        }
    }

    @Nested
    class InTheQueue extends ImageEditorContract {
        private final PaidTrial trial = PaidTrial.inTheQueue();

        @Override
        protected ImageEditor editor() {
            return trial.editor();
        }

        @AfterEach
        void close() {
            trial.close();
        }
    }
}
