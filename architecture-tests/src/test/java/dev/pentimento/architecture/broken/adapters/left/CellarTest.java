package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.testkit.VaultContract;

/** The way it should be. */
class CellarTest extends VaultContract {}
