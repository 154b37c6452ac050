package dev.pentimento.adapters.imaging;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/** Parts of a file, one after the other, for a decoder of ImageIO; without a copy, and over as soon as the time of the reading is up. */
class PartsInput extends ImageInputStreamImpl {
    private static final ByteView NOTHING = ByteView.of(new byte[0]);

    private final List<ByteView> parts;
    private final Gate gate;
    private int next;
    private ByteView part = NOTHING;
    /** Where {@code part} begins. */
    private long begin;

    PartsInput(List<ByteView> parts, Gate gate) {
        this.parts = parts;
        this.gate = gate;
    }

    @Override
    public int read() throws IOException {
        if (!find()) {
            return -1;
        }
        return part.u8((int) (streamPos++ - begin));
    }

    /** Less than {@code count} only at the end: what ImageIO makes of it believes that a short answer is the end. */
    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        int done = 0;
        while (done < count && find()) {
            int from = (int) (streamPos - begin);
            int available = Math.min(count - done, part.length() - from);
            part.copy(from, target, offset + done, available);
            streamPos += available;
            done += available;
        }
        return done == 0 && count > 0 ? -1 : done;
    }

    /** Makes {@code part} the one to read from; false behind the last one. */
    private boolean find() throws IOException {
        checkClosed();
        gate.checkTime();
        bitOffset = 0;
        if (streamPos < begin) {
            next = 0;
            begin = 0;
            part = NOTHING;
        }
        while (streamPos >= begin + part.length() && next < parts.size()) {
            begin += part.length();
            part = parts.get(next++);
        }
        return streamPos < begin + part.length();
    }
}
