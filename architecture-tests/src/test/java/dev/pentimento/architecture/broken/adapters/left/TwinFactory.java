package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;

/** Breaks 18: another factory has the same name. */
public final class TwinFactory implements EngineFactory {
    @Override
    public String name() {
        return "twin";
    }
}
