package dev.pentimento.adapters.web.live;

import java.io.IOException;

/** What one who listens is told, message by message: each once and in order, the next one only when the last one was taken. */
@FunctionalInterface
public interface Tale {

    /**
     * Returns when there is nothing more to tell.
     *
     * @throws IOException if whoever listened is gone, or does not read
     */
    void tell(Hearer hearer) throws IOException, InterruptedException;

    /** Who takes the messages. */
    @FunctionalInterface
    interface Hearer {
        /** @param message what becomes JSON */
        void hear(Object message) throws IOException, InterruptedException;
    }
}
