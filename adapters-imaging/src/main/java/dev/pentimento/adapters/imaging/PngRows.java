package dev.pentimento.adapters.imaging;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The rows of samples of a PNG, one after the other, inflated and unfiltered. */
final class PngRows implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final Deque<ByteView> parts;
    private final Gate gate;
    private final byte[] filter = new byte[1];

    PngRows(Collection<ByteView> parts, Gate gate) {
        this.parts = new ArrayDeque<>(parts);
        this.gate = gate;
    }

    /**
     * Fills {@code row}.
     *
     * @param above the row before it in the same pass, zeros if there is none
     */
    void next(byte[] row, byte[] above, int pixelBytes) throws DataFormatException {
        gate.checkTime();
        fill(filter);
        fill(row);
        switch (filter[0]) {
            case PngFilter.NONE -> {}
            case PngFilter.SUB -> PngFilter.undoSub(row, pixelBytes);
            case PngFilter.UP -> PngFilter.undoUp(row, above);
            case PngFilter.AVERAGE -> PngFilter.undoAverage(row, above, pixelBytes);
            case PngFilter.PAETH -> PngFilter.undoPaeth(row, above, pixelBytes);
            default -> throw gate.damaged("filter %d does not exist".formatted(filter[0] & 0xff));
        }
    }

    private void fill(byte[] target) throws DataFormatException {
        int done = 0;
        while (done < target.length) {
            int count = inflater.inflate(target, done, target.length - done);
            if (count == 0) {
                feed();
            }
            done += count;
        }
    }

    private void feed() {
        if (!inflater.needsInput() || parts.isEmpty()) {
            throw gate.damaged("some of its pixels are missing");
        }
        inflater.setInput(parts.remove().buffer());
    }

    /** Reads on to the checksum of the stream, if it follows at once. */
    void finish() throws DataFormatException {
        while (inflater.inflate(filter) == 0 && inflater.needsInput() && !parts.isEmpty()) {
            feed();
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
