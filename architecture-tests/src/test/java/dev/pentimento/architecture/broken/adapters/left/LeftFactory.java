package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;

/** Breaks nothing. */
public final class LeftFactory implements EngineFactory {
    @Override
    public String name() {
        return "left";
    }
}
