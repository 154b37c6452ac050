package dev.pentimento.architecture.broken.adapters.wired;

import dev.pentimento.architecture.broken.ports.out.Engine;
import java.io.InputStream;

/** Breaks 17: speaks with a vendor, and its test does not. */
final class MuteEngine implements Engine {
    @Override
    public byte[] run(InputStream input) {
        return new byte[0];
    }
}
