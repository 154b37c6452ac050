package dev.pentimento.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Builds PNG files of every kind, sample by sample, sound ones and others. */
public final class PngFile {
    public static final int GREY = 0;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int GREY_ALPHA = 4;
    public static final int RGB_ALPHA = 6;

    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };
    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};
    private static final int SIGNATURE = 8;
    /** Behind the signature and the header chunk. */
    static final int AFTER_HEADER = SIGNATURE + 25;

    private final int width;
    private final int height;
    private final int colourType;
    private final int depth;
    private final Samples samples;
    private final ByteArrayOutputStream extraChunks = new ByteArrayOutputStream();
    private boolean interlaced;
    private byte[] trailing = new byte[0];

    /** The value of one sample, on the scale of the file's depth. */
    @FunctionalInterface
    public interface Samples {
        int at(int x, int y, int channel);
    }

    private PngFile(int width, int height, int colourType, int depth, Samples samples) {
        this.width = width;
        this.height = height;
        this.colourType = colourType;
        this.depth = depth;
        this.samples = samples;
    }

    /** @param depth bits a sample; the combination with {@code colourType} is not checked */
    public static PngFile of(int width, int height, int colourType, int depth, Samples samples) {
        return new PngFile(width, height, colourType, depth, samples);
    }

    /** A few bytes that claim to be a picture of this size. */
    public static byte[] claiming(int width, int height) {
        return file(header(width, height, RGB, 8, false), new byte[0], deflated(new byte[100]));
    }

    public PngFile interlaced() {
        interlaced = true;
        return this;
    }

    /** Adds a chunk between header and pixels. */
    public PngFile with(String type, byte... content) {
        extraChunks.writeBytes(chunk(type, content));
        return this;
    }

    /** Hides bytes behind the compressed pixels, in their last chunk. */
    public PngFile withTrailingPixelBytes(byte... hidden) {
        trailing = hidden.clone();
        return this;
    }

    /** Adds an iCCP chunk. */
    public PngFile withProfile(byte[] profile) {
        return with("iCCP", ByteStrings.join(ByteStrings.latin1("test\0\0"), deflated(profile)));
    }

    public byte[] bytes() {
        return file(
                header(width, height, colourType, depth, interlaced),
                extraChunks.toByteArray(),
                ByteStrings.join(deflated(filteredRows()), trailing));
    }

    /** With this for its packed pixels, whatever they should be. */
    byte[] withPixels(byte[] packed) {
        return file(header(width, height, colourType, depth, interlaced), extraChunks.toByteArray(), packed);
    }

    private static byte[] file(byte[] header, byte[] extra, byte[] pixels) {
        byte[] signature = ByteStrings.latin1("\u0089PNG\r\n\u001a\n");
        return ByteStrings.join(
                signature, chunk("IHDR", header), extra, chunk("IDAT", pixels), chunk("IEND", new byte[0]));
    }

    private static byte[] header(int width, int height, int colourType, int depth, boolean interlaced) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colourType)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) (interlaced ? 1 : 0))
                .array();
    }

    /** The rows of all passes, filtered with all five filters in turn. */
    private byte[] filteredRows() {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int[] pass : interlaced ? ADAM7 : ONE_PASS) {
            byte[] above = new byte[0];
            for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
                byte[] row = row(y, pass[0], pass[2]);
                rows.writeBytes(filtered(row, above.length == 0 ? new byte[row.length] : above, (y / pass[3]) % 5));
                above = row;
            }
        }
        return rows.toByteArray();
    }

    private byte[] row(int y, int first, int step) {
        int columns = (width - first + step - 1) / step;
        byte[] row = new byte[(columns * channels() * depth + 7) / 8];
        int bit = 0;
        for (int x = first; x < width; x += step) {
            for (int channel = 0; channel < channels(); channel++) {
                int sample = samples.at(x, y, channel);
                for (int i = depth - 1; i >= 0; i--, bit++) {
                    row[bit / 8] |= (byte) ((sample >> i & 1) << (7 - bit % 8));
                }
            }
        }
        return row;
    }

    private byte[] filtered(byte[] row, byte[] above, int filter) {
        int back = Math.max(1, channels() * depth / 8);
        byte[] result = new byte[row.length + 1];
        result[0] = (byte) filter;
        for (int i = 0; i < row.length; i++) {
            int left = i < back ? 0 : row[i - back] & 0xff;
            int corner = i < back ? 0 : above[i - back] & 0xff;
            result[i + 1] = (byte) (row[i] - predicted(filter, left, above[i] & 0xff, corner));
        }
        return result;
    }

    private static int predicted(int filter, int left, int above, int corner) {
        int estimate = left + above - corner;
        int nearest = Math.abs(estimate - above) <= Math.abs(estimate - corner) ? above : corner;
        boolean leftIsNearest = Math.abs(estimate - left) <= Math.abs(estimate - nearest)
                && Math.abs(estimate - left) <= Math.abs(estimate - above);
        return switch (filter) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> (left + above) / 2;
            case 4 -> leftIsNearest ? left : nearest;
            default -> 0;
        };
    }

    private int channels() {
        return switch (colourType) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }

    /** As one zlib stream. */
    public static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] result = new byte[content.length + 1000];
        int length = deflater.deflate(result);
        deflater.end();
        return Arrays.copyOf(result, length);
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] typeAndContent = ByteStrings.join(ByteStrings.latin1(type), content);
        return ByteStrings.join(
                bigEndian(content.length),
                typeAndContent,
                bigEndian(checksum(typeAndContent, 0, typeAndContent.length)));
    }

    /** Width and height as its header has them. */
    static int[] claimedSides(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        return new int[] {buffer.getInt(SIGNATURE + 8), buffer.getInt(SIGNATURE + 12)};
    }

    /** Makes the checksums of all chunks right again, as far as the chunks can be followed. */
    public static byte[] withRightChecksums(byte[] file) {
        byte[] result = file.clone();
        ByteBuffer buffer = ByteBuffer.wrap(result);
        int at = SIGNATURE;
        while (at + 12L <= result.length) {
            long end = at + 8L + (buffer.getInt(at) & 0xffffffffL);
            if (end + 4 > result.length) {
                return result;
            }
            buffer.putInt((int) end, checksum(result, at + 4, (int) end - at - 4));
            at = (int) end + 4;
        }
        return result;
    }

    /** The file with its packed rows replaced by what {@code change} makes of them unpacked; as it is if they cannot be unpacked. */
    static byte[] withRowsChanged(byte[] file, UnaryOperator<byte[]> change) {
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ByteArrayOutputStream after = new ByteArrayOutputStream();
        for (FileAnatomy.Range part : FileAnatomy.of(file).parts()) {
            byte[] bytes = Arrays.copyOfRange(file, part.from(), part.to());
            if (new String(bytes, 4, 4, StandardCharsets.ISO_8859_1).equals("IDAT")) {
                packed.write(bytes, 8, bytes.length - 12);
            } else {
                (packed.size() == 0 ? before : after).writeBytes(bytes);
            }
        }
        return inflated(packed.toByteArray())
                .map(rows -> ByteStrings.join(
                        Arrays.copyOf(file, SIGNATURE),
                        before.toByteArray(),
                        chunk("IDAT", deflated(change.apply(rows))),
                        after.toByteArray()))
                .orElse(file);
    }

    private static Optional<byte[]> inflated(byte[] packed) {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] rows = new byte[1 << 16];
        try {
            int length = inflater.inflate(rows);
            return length == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(rows, length));
        } catch (DataFormatException broken) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static int checksum(byte[] bytes, int from, int count) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, count);
        return (int) crc.getValue();
    }

    private static byte[] bigEndian(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
