package dev.pentimento.ports.spi;

/** Registers a server; exactly one is expected on the class path where one is asked for. */
public interface ServerFactory {

    String name();

    /**
     * Begins to listen.
     *
     * @param home for whose users it speaks; stays open until the server is closed, and is not closed by it
     * @throws dev.pentimento.ports.failure.InvalidSettings if it cannot listen there
     */
    Server start(ServerSettings settings, OpenHome home);
}
