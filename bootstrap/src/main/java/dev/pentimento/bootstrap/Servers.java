package dev.pentimento.bootstrap;

import dev.pentimento.ports.spi.ServerFactory;
import java.util.ServiceLoader;

/** The servers on the class path. They are no part of the {@link AdapterCatalogue}: nearly every run does without. */
final class Servers {
    private Servers() {}

    static ServerFactory only() {
        return new NamedFactories<>("server", ServiceLoader.load(ServerFactory.class), ServerFactory::name).only();
    }
}
