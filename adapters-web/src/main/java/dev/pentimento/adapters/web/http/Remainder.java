package dev.pentimento.adapters.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What clients still send of a request that was refused already. It is read and thrown away, as many read no answer before they have sent everything,
 * and one whose connection ends while it sends may never see the answer.
 *
 * <p>Safe for use by several threads.
 */
final class Remainder {
    /** Nobody needs to send more than the longest that is ever accepted. */
    private static final long MOST = Form.MAX_BYTES;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PIECE = 1 << 16;

    private final Semaphore room;

    /** @param most how many are read at a time; nobody shall hold all threads by sending nothing */
    Remainder(int most) {
        this.room = new Semaphore(most);
    }

    /** Whether there may be something; whoever asks before sending has not begun, and reading would be an invitation. */
    static boolean mayBeIn(HttpServletRequest request) {
        boolean sent = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return sent && request.getContentLengthLong() <= MOST && request.getHeader("Expect") == null;
    }

    void skip(HttpServletRequest request) {
        try {
            skip(request.getInputStream());
        } catch (IOException | RuntimeException e) {
            return; // it breaks off, is sent too slowly, or was read in another way: then nothing is left
        }
    }

    void skip(InputStream body) throws IOException {
        if (!room.tryAcquire()) {
            return;
        }
        try {
            skipAll(body);
        } finally {
            room.release();
        }
    }

    private static void skipAll(InputStream body) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        byte[] piece = new byte[PIECE];
        int some = 0;
        for (long all = 0; some >= 0 && all < MOST && System.nanoTime() - end < 0; all += some) {
            some = body.read(piece);
        }
    }
}
