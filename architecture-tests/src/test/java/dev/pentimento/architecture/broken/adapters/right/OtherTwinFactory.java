package dev.pentimento.architecture.broken.adapters.right;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;

/** Breaks 18: another factory has the same name. */
public final class OtherTwinFactory implements EngineFactory {
    @Override
    public String name() {
        return "twin";
    }
}
