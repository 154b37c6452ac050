package dev.pentimento.architecture.broken.ports.out;

import java.io.InputStream;

/** Breaks nothing: a driven port with a contract. */
public interface Engine {
    byte[] run(InputStream input);
}
