package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.spi.EngineFactory;
import java.net.http.HttpClient;

/** Breaks 6: takes a wire type. */
public final class WireFactory implements EngineFactory {
    public WireFactory() {}

    public WireFactory(HttpClient client) {
        client.connectTimeout();
    }

    @Override
    public String name() {
        return "wire";
    }
}
