package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.out.Engine;
import java.io.InputStream;

/** Breaks 17: its test is switched off. */
final class DisabledEngine implements Engine {
    @Override
    public byte[] run(InputStream input) {
        return new byte[0];
    }
}
