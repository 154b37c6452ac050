package dev.pentimento.architecture.broken.adapters.wired;

import dev.pentimento.architecture.broken.ports.out.Engine;
import java.io.InputStream;

/** Breaks nothing. */
final class WiredEngine implements Engine {
    @Override
    public byte[] run(InputStream input) {
        return new byte[0];
    }
}
