package dev.pentimento.architecture.broken.adapters.wired;

import dev.pentimento.architecture.broken.testkit.EngineWireContract;

/** The way it should be. */
class WiredEngineTest extends EngineWireContract {}
