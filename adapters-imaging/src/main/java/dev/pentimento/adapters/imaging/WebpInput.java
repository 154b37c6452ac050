package dev.pentimento.adapters.imaging;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a WebP file for its decoder, which takes the end of a file for a pause: it throws and catches at every further bit, so that 78 bytes can
 * keep it busy for 20 s. Here zeros follow the end for a while, because it looks ahead, and then an end that it believes. Over as soon as the time of
 * the reading is up.
 *
 * <p>Says nothing of its length, from which the decoder would conclude that pictures of one colour are too good to be true.
 */
final class WebpInput extends ImageInputStreamImpl {
    private static final int LOOK_AHEAD = 64;

    private final byte[] file;
    private final Gate gate;

    WebpInput(byte[] file, Gate gate) {
        this.file = file;
        this.gate = gate;
    }

    @Override
    public int read() throws IOException {
        beginReading();
        return streamPos < file.length ? file[(int) streamPos++] & 0xff : behindTheEnd();
    }

    private int behindTheEnd() {
        streamPos++;
        return 0;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        beginReading();
        int present = (int) Math.max(0, Math.min(count, file.length - streamPos));
        if (present > 0) {
            System.arraycopy(file, (int) streamPos, target, offset, present);
        }
        Arrays.fill(target, offset + present, offset + count, (byte) 0);
        streamPos += count;
        return count;
    }

    private void beginReading() throws IOException {
        checkClosed();
        gate.checkTime();
        bitOffset = 0;
        if (streamPos > file.length + LOOK_AHEAD && gate.enforces(IntakeRule.END_OF_FILE)) {
            throw new IOException("The pixels go on behind the end of the file");
        }
    }
}
