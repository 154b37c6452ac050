package dev.pentimento.adapters.web;

import dev.pentimento.ports.spi.OpenHome;
import dev.pentimento.ports.spi.Server;
import dev.pentimento.ports.spi.ServerFactory;
import dev.pentimento.ports.spi.ServerSettings;

/** Registers the HTTP server. */
public final class WebServerFactory implements ServerFactory {
    @Override
    public String name() {
        return "web";
    }

    @Override
    public Server start(ServerSettings settings, OpenHome home) {
        return WebServer.start(settings, home);
    }
}
