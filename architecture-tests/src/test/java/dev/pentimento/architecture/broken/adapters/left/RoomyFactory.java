package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;

/** Breaks 7: smuggles a second public type out. */
public final class RoomyFactory implements EngineFactory {
    public static final class Smuggled {}

    @Override
    public String name() {
        return "roomy";
    }
}
