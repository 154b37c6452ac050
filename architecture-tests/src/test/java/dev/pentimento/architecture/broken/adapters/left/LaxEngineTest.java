package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.testkit.VaultContract;

/** The wrong promise. */
class LaxEngineTest extends VaultContract {}
