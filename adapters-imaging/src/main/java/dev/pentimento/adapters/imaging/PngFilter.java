package dev.pentimento.adapters.imaging;

/**
 * The five row filters of PNG (specification, section 9), forth and back. Bytes left of the row and above the picture count as 0.
 *
 * <p>A filtered byte is the difference to a prediction from its neighbours, modulo 256. Undone channel by channel, so that the byte to the left stays
 * in a register.
 */
final class PngFilter {
    static final byte NONE = 0;
    static final byte SUB = 1;
    static final byte UP = 2;
    static final byte AVERAGE = 3;
    static final byte PAETH = 4;

    private PngFilter() {}

    static void undoSub(byte[] row, int pixelBytes) {
        for (int channel = 0; channel < Math.min(pixelBytes, row.length); channel++) {
            int left = 0;
            for (int i = channel; i < row.length; i += pixelBytes) {
                left += row[i];
                row[i] = (byte) left;
            }
        }
    }

    static void undoUp(byte[] row, byte[] above) {
        for (int i = 0; i < row.length; i++) {
            row[i] += above[i];
        }
    }

    static void undoAverage(byte[] row, byte[] above, int pixelBytes) {
        for (int channel = 0; channel < Math.min(pixelBytes, row.length); channel++) {
            int left = 0;
            for (int i = channel; i < row.length; i += pixelBytes) {
                left = (row[i] + ((left + (above[i] & 0xff)) >> 1)) & 0xff;
                row[i] = (byte) left;
            }
        }
    }

    static void undoPaeth(byte[] row, byte[] above, int pixelBytes) {
        for (int channel = 0; channel < Math.min(pixelBytes, row.length); channel++) {
            int left = 0;
            int corner = 0;
            for (int i = channel; i < row.length; i += pixelBytes) {
                int up = above[i] & 0xff;
                left = (row[i] + paeth(left, up, corner)) & 0xff;
                corner = up;
                row[i] = (byte) left;
            }
        }
    }

    /** Puts {@code row} filtered into {@code out}; returns how much is left of it, as the sum of the distances from 0. */
    static int apply(byte filter, byte[] row, byte[] above, int pixelBytes, byte[] out) {
        int rest = 0;
        for (int i = 0; i < row.length; i++) {
            int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xff;
            out[i] = (byte) (row[i] - predict(filter, left, above[i] & 0xff));
            rest += Math.abs(out[i]);
        }
        return rest;
    }

    private static int predict(byte filter, int left, int above) {
        return switch (filter) {
            case SUB -> left;
            case UP -> above;
            case AVERAGE -> (left + above) >> 1;
            default -> throw new IllegalArgumentException("Rows are not written with filter " + filter);
        };
    }

    /** Whichever neighbour is nearest to left + above - corner; ties go to the left, then to the one above. */
    private static int paeth(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
