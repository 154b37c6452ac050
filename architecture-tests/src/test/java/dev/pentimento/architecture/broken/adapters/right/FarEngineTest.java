package dev.pentimento.architecture.broken.adapters.right;

import dev.pentimento.architecture.broken.testkit.EngineContract;

/** Named after an engine of another module. */
class FarEngineTest extends EngineContract {}
