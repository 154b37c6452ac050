package dev.pentimento.architecture.broken.testkit;

import dev.pentimento.architecture.broken.ports.out.Engine;
import java.io.InputStream;

/** Breaks 17: an untested twin. */
final class ScriptedEngine implements Engine {
    @Override
    public byte[] run(InputStream input) {
        return new byte[0];
    }
}
