package dev.pentimento.ports.spi;

import java.net.URI;

/** A server that listens. */
public interface Server extends AutoCloseable {

    /** Where it listens, with the port that was picked if any would do. */
    URI address();

    /** Takes nothing new, gives what is being answered a few seconds to end, ends the streams, and lets go of the port. */
    @Override
    void close();
}
