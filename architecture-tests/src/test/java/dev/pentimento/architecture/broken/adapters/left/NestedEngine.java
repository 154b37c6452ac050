package dev.pentimento.architecture.broken.adapters.left;

import dev.pentimento.architecture.broken.ports.out.Engine;
import java.io.InputStream;

/** Breaks nothing: its contract runs in a nested test. */
final class NestedEngine implements Engine {
    @Override
    public byte[] run(InputStream input) {
        return new byte[0];
    }
}
