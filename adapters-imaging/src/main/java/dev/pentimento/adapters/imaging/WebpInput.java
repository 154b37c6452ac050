package dev.pentimento.adapters.imaging;

import java.io.IOException;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a WebP file for its decoder, which takes the end of a file for a pause: it throws and catches at every further bit, so that 78 bytes can
 * keep it busy for 20 s. Here zeros follow the end for a while, because it looks ahead, and then an end that it believes.
 *
 * <p>Says nothing of its length, from which the decoder would conclude that pictures of one colour are too good to be true.
 */
final class WebpInput extends ImageInputStreamImpl {
    private static final int LOOK_AHEAD = 64;

    private final byte[] file;

    WebpInput(byte[] file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        checkEnd();
        return at(streamPos++);
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        checkClosed();
        bitOffset = 0;
        checkEnd();
        for (int i = 0; i < count; i++) {
            target[offset + i] = (byte) at(streamPos + i);
        }
        streamPos += count;
        return count;
    }

    private void checkEnd() throws IOException {
        if (streamPos > file.length + LOOK_AHEAD) {
            throw new IOException("The pixels go on behind the end of the file");
        }
    }

    private int at(long position) {
        return position < file.length ? file[(int) position] & 0xff : 0;
    }
}
