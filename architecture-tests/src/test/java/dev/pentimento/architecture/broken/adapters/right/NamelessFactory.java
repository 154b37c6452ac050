package dev.pentimento.architecture.broken.adapters.right;

import dev.pentimento.architecture.broken.ports.spi.AnonymousFactory;

/** Breaks 18: registered, but its service has no names. */
public final class NamelessFactory implements AnonymousFactory {}
