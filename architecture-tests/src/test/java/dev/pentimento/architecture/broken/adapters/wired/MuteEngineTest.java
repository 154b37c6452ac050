package dev.pentimento.architecture.broken.adapters.wired;

import dev.pentimento.architecture.broken.testkit.EngineContract;

/** Enough for an engine only. */
class MuteEngineTest extends EngineContract {}
