package dev.pentimento.adapters.web.live;

import java.io.IOException;

/** Where messages go; takes the next one only when there is room for it. */
@FunctionalInterface
interface Sink {
    /** @throws IOException if whoever listened is gone, or does not read */
    void send(Envelope envelope) throws IOException, InterruptedException;
}
