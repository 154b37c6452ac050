package dev.pentimento.architecture.broken.adapters.right;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;

/** Breaks 18: nobody can ask for it. */
public final class BlankFactory implements EngineFactory {
    @Override
    public String name() {
        return " ";
    }
}
