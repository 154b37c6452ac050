package dev.pentimento.architecture.broken.bootstrap;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;
import java.util.ServiceLoader;

/** Breaks nothing: here services are discovered and settings read. */
final class Finding {
    ServiceLoader<EngineFactory> find() {
        System.getenv("PENTIMENTO_HOME");
        return ServiceLoader.load(EngineFactory.class);
    }
}
