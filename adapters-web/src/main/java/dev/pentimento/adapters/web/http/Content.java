package dev.pentimento.adapters.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What an answer holds. */
public sealed interface Content {

    /** JSON. */
    record Document(Object value) implements Content {}

    /**
     * Bytes that are there.
     *
     * @param bytes read once, and closed
     */
    record File(String mediaType, InputStream bytes) implements Content {}

    /** Bytes that come while others watch; they are written by a thread that does nothing else. */
    record Flow(String mediaType, Writer writer) implements Content {}

    /** No body. */
    record Nothing() implements Content {}

    /** Writes until it is done, the reader is gone, or the server ends, which interrupts it. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }
}
