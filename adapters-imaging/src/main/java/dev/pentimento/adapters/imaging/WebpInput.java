package dev.pentimento.adapters.imaging;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a WebP file for its decoder, which takes the end of a file for a pause: it throws and catches at every further bit, so that 78 bytes can
 * keep it busy for 20 s. Here zeros follow the end for a while, because it looks ahead, and then an end that it believes.
 *
 * <p>Says nothing of its length, from which the decoder would conclude that pictures of one colour are too good to be true.
 */
final class WebpInput extends PartsInput {
    private static final int LOOK_AHEAD = 64;

    private final long lastToGive;

    WebpInput(List<ByteView> parts, Gate gate) {
        super(parts, gate);
        long length = parts.stream().mapToLong(ByteView::length).sum();
        this.lastToGive = gate.enforces(IntakeRule.END_OF_FILE) ? length + LOOK_AHEAD : Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int present = super.read();
        if (present >= 0) {
            return present;
        }
        checkEnd();
        streamPos++;
        return 0;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int present = Math.max(0, super.read(target, offset, count));
        if (present == 0) {
            checkEnd();
        }
        Arrays.fill(target, offset + present, offset + count, (byte) 0);
        streamPos += count - present;
        return count;
    }

    private void checkEnd() throws IOException {
        if (streamPos > lastToGive) {
            throw new IOException("The pixels go on behind the end of the file");
        }
    }
}
