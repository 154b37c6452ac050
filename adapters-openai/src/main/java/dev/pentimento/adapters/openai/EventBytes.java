package dev.pentimento.adapters.openai;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Events as they come, of which the first {@value #MOST_KEPT} bytes are kept as evidence. */
final class EventBytes extends FilterInputStream {
    private static final int MOST_KEPT = 32 << 20;

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    EventBytes(InputStream events) {
        super(events);
    }

    byte[] seen() {
        return seen.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        seen.write(into, offset, Math.max(0, Math.min(read, MOST_KEPT - seen.size())));
        return read;
    }
}
