package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.testkit.EngineContract;
import org.junit.jupiter.api.Disabled;

/** A promise on paper. */
@Disabled
class DisabledEngineTest extends EngineContract {}
