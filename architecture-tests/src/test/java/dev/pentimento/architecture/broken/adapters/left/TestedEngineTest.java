package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.testkit.EngineContract;

/** The way it should be. */
class TestedEngineTest extends EngineContract {}
