package dev.pentimento.architecture.broken.bootstrap;

import dev.pentimento.architecture.broken.ports.out.Engine;
import java.io.InputStream;

/** Breaks 17: wrapped around a port and tested by nobody. */
final class FallbackEngine implements Engine {
    @Override
    public byte[] run(InputStream input) {
        return new byte[0];
    }
}
