package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;
import java.util.ServiceLoader;

/** Breaks 13: discovers services. */
final class Seeking {
    ServiceLoader<EngineFactory> seek() {
        return ServiceLoader.load(EngineFactory.class);
    }
}
