package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.testkit.EngineContract;
import org.junit.jupiter.api.Nested;

/** Also the way it should be. */
class NestedEngineTest {
    @Nested
    class Contract extends EngineContract {}
}
