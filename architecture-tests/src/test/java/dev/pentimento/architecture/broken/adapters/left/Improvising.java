package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.out.Engine;
import java.io.InputStream;

/** Breaks 17: an engine without a name cannot be tested by name. */
final class Improvising {
    Engine engine() {
        return new Engine() {
            @Override
            public byte[] run(InputStream input) {
                return new byte[0];
            }
        };
    }
}
