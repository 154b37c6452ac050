package dev.pentimento.architecture.broken.adapters.right;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;

/** Breaks 18: not registered. */
public final class ForgottenFactory implements EngineFactory {
    @Override
    public String name() {
        return "forgotten";
    }
}
