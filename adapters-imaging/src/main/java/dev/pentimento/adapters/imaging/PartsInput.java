package dev.pentimento.adapters.imaging;

import java.util.List;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/** Parts of a file, one after the other, for a decoder of ImageIO; without a copy, and over as soon as the time of the reading is up. */
final class PartsInput extends ImageInputStreamImpl {
    private final List<ByteView> parts;
    private final Gate gate;
    private int part;
    /** Where the current part begins. */
    private long begin;

    PartsInput(List<ByteView> parts, Gate gate) {
        this.parts = parts;
        this.gate = gate;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Up to the end of a part at a time. */
    @Override
    public int read(byte[] target, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, target.length);
        gate.checkTime();
        bitOffset = 0;
        find();
        if (part == parts.size()) {
            return -1;
        }
        int from = (int) (streamPos - begin);
        int available = Math.min(count, parts.get(part).length() - from);
        parts.get(part).copy(from, target, offset, available);
        streamPos += available;
        return available;
    }

    /** Decoders go back a little when they are done. */
    private void find() {
        while (streamPos < begin) {
            part--;
            begin -= parts.get(part).length();
        }
        while (part < parts.size() && streamPos >= begin + parts.get(part).length()) {
            begin += parts.get(part).length();
            part++;
        }
    }
}
