package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.ImageRejected;

/** Where the reader of one file asks whether it may go on, and finds the words to turn the file away. Closed when the reading ends. */
class Gate implements AutoCloseable {
    /** The longest honest files are animations, of some thousand frames, and PNGs with a chunk for every row. */
    static final int MAX_PARTS = 65_536;

    /** For a thread, the tables of a decoder, the largest colour profile and a few rows of pixels. */
    private static final long ALWAYS_NEEDED = 8 << 20;

    private final Refusals refusals;
    private final int fileLength;
    private final Bounds bounds;
    private final Deadline deadline;
    private int parts;
    private long reserved;
    private volatile boolean waiting;

    Gate(MediaType format, int fileLength, Bounds bounds) {
        this.refusals = new Refusals(format);
        this.fileLength = fileLength;
        this.bounds = bounds;
        this.deadline = enforces(IntakeRule.TIME) ? Deadline.in(bounds.limits().timeout()) : Deadline.never();
    }

    MediaType format() {
        return refusals.format();
    }

    Deadline deadline() {
        return deadline;
    }

    boolean enforces(IntakeRule rule) {
        return bounds.enforce(rule);
    }

    /** The size, if it may be read. Comes before any memory is reserved for pixels. */
    ImageSize admit(long width, long height) {
        if (width < 1 || height < 1) {
            throw damaged("its header claims %dx%d px".formatted(width, height));
        }
        int maxSide = bounds.limits().maxSide();
        if (enforces(IntakeRule.SIDE) && Math.max(width, height) > maxSide) {
            throw refusals.tooLong(width, height, maxSide);
        }
        long maxPixels = bounds.limits().maxPixels();
        if (enforces(IntakeRule.PIXELS) && width * height > maxPixels) {
            throw refusals.tooLarge(width, height, maxPixels);
        }
        return new ImageSize((int) width, (int) height);
    }

    /** Waits until there is memory for a picture. Comes once in a reading, before any is taken, so that no two readings can wait for each other. */
    void reserve(ImageSize size, int bytesPerPixel) {
        if (reserved > 0) {
            throw new IllegalStateException(
                    "Memory is reserved once in a reading, but %d bytes already were".formatted(reserved));
        }
        if (!enforces(IntakeRule.MEMORY)) {
            return;
        }
        long needed = ALWAYS_NEEDED + fileLength + size.pixels() * bytesPerPixel;
        if (!bounds.memory().holds(needed)) {
            throw refusals.tooHungry(size, needed, bounds.memory().bytes());
        }
        take(needed);
    }

    /** In bytes; 0 until there is anything. */
    long reserved() {
        return reserved;
    }

    private void take(long bytes) {
        waiting = true;
        try {
            if (!bounds.memory().take(bytes, deadline)) {
                throw late();
            }
            reserved = bytes;
            waiting = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late();
        }
    }

    /** Counts a chunk, segment or block. */
    void passPart() {
        if (++parts > MAX_PARTS && enforces(IntakeRule.PARTS)) {
            throw refusals.unsupported("more than %d parts".formatted(MAX_PARTS));
        }
        checkTime();
    }

    /** Comes in every loop whose length a file decides about. */
    void checkTime() {
        if (Thread.currentThread().isInterrupted()) {
            throw late();
        }
    }

    /** The answer when the deadline has passed. */
    ImageRejected late() {
        return waiting ? busy() : refusals.timedOut(bounds.limits());
    }

    ImageRejected busy() {
        return refusals.busy(bounds.limits());
    }

    ImageRejected interrupted() {
        return refusals.interrupted();
    }

    ImageRejected unsupported(String feature) {
        return refusals.unsupported(feature);
    }

    /** {@code what} completes the sentence "This PNG is damaged: ...". */
    ImageRejected damaged(String what) {
        return refusals.damaged(what);
    }

    /** The typed form of whatever a reading failed with; throws what means that Java itself is broken. */
    ImageRejected rejected(Throwable failure) {
        if (failure instanceof ImageRejected refusal) {
            return refusal;
        }
        boolean ours = failure instanceof OutOfMemoryError || failure instanceof StackOverflowError;
        if (failure instanceof VirtualMachineError broken && !ours) {
            throw broken;
        }
        if (!enforces(IntakeRule.FAILURES)) {
            throw new IllegalStateException("A reader failed", failure);
        }
        return refusals.causedBy(failure);
    }

    @Override
    public void close() {
        if (reserved > 0) {
            bounds.memory().giveBack(reserved);
        }
    }
}
