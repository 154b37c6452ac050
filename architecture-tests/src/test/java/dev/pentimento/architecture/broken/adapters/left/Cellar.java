package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.out.Codec;
import dev.pentimento.architecture.broken.ports.out.Dispatcher;
import dev.pentimento.architecture.broken.ports.out.Vault;

/** Breaks nothing but what its port breaks. */
final class Cellar implements Vault, Codec, Dispatcher {}
