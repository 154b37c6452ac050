package dev.pentimento.adapters.web.http;

import java.util.concurrent.Semaphore;

/**
 * How many bytes of uploads may be in memory at the same time, of all requests together. What is not read yet waits on the disk.
 *
 * <p>Safe for use by several threads.
 */
final class UploadMemory {
    /** The attribute of a request that holds its share. */
    static final String SHARE = "pentimento.upload-memory";

    /** The rest of the heap is for decoded images, of which one needs several times as much, and for all else. */
    private static final int PART_OF_THE_HEAP = 4;

    private static final int KILOBYTE = 1 << 10;

    private final int kilobytes;
    private final Semaphore free;

    UploadMemory(long bytes) {
        this.kilobytes = (int) Math.min(Integer.MAX_VALUE, bytes / KILOBYTE);
        this.free = new Semaphore(kilobytes);
    }

    static UploadMemory ofThisMachine() {
        return new UploadMemory(Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP);
    }

    /** For one request, without anything in it. */
    Share share() {
        return new Share();
    }

    /** What one request has in memory, until it is closed. For one thread. */
    final class Share implements AutoCloseable {
        private int taken;

        /** @throws Refusal with 503 if there is no room for so many bytes at the moment, with 413 if there never is */
        void take(long bytes) {
            long wanted = bytes / KILOBYTE + 1;
            if (wanted > kilobytes) {
                throw Problem.of(413, "too_large", "This server has no memory for a file of %d bytes".formatted(bytes))
                        .refusal();
            }
            if (!free.tryAcquire((int) wanted)) {
                throw Problem.of(503, "busy", "Too many files are being received; try again soon")
                        .retryAfter(1)
                        .refusal();
            }
            taken += (int) wanted;
        }

        @Override
        public void close() {
            free.release(taken);
            taken = 0;
        }
    }
}
