package dev.pentimento.adapters.imaging;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes everything but the pixels out of a PNG of the shape that {@link PngWriter} gives: 8 bits a sample, RGB with or without alpha, not
 * interlaced, in sRGB and upright. Other PNGs have to be written anew, and so have those with anything behind their last pixel.
 */
final class PlainPng {
    private static final Set<String> KEPT = Set.of("IHDR", "sRGB", "IDAT", "IEND");

    /** These have a say in what the pixels are. */
    private static final Set<String> OTHER_SHAPE = Set.of("PLTE", "tRNS", "iCCP", "eXIf");

    private static final int DEPTH = 8;

    private final ByteView file;
    private final ByteArrayOutputStream plain;
    private final Inflater inflater = new Inflater();
    private final byte[] scratch = new byte[1 << 16];
    private long missing;
    private boolean odd;
    private boolean ended;

    private PlainPng(ByteView file, PngHeader header) {
        this.file = file;
        this.plain = new ByteArrayOutputStream(file.length());
        this.missing =
                (header.rowBytes(header.size().width()) + 1L) * header.size().height();
    }

    /** Empty if the file has another shape, or is damaged. */
    static Optional<byte[]> of(ByteView file, Gate gate) {
        if (!file.has(PngChunk.SIGNATURE, "\0\0\0\15IHDR")) {
            return Optional.empty();
        }
        PngHeader header = PngHeader.of(file.slice(PngChunk.SIGNATURE + 8L, PngHeader.LENGTH), gate);
        boolean ours = header.depth() == DEPTH
                && !header.interlaced()
                && (header.colour() == PngColour.RGB || header.colour() == PngColour.RGB_ALPHA);
        return ours ? new PlainPng(file, header).strip() : Optional.empty();
    }

    private Optional<byte[]> strip() {
        try {
            plain.writeBytes(file.slice(0, PngChunk.SIGNATURE).toArray());
            PngChunk.walk(file, this::take);
            return ended && !odd && missing == 0 && inflater.finished()
                    ? Optional.of(plain.toByteArray())
                    : Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private boolean take(PngChunk chunk) {
        odd |= OTHER_SHAPE.contains(chunk.type());
        if (KEPT.contains(chunk.type())) {
            plain.writeBytes(chunk.whole().toArray());
            odd |= !chunk.isIntact() || !fits(chunk);
            ended = chunk.type().equals("IEND");
        }
        return !odd;
    }

    /** Each of the small chunks has one length, so that nothing hides there either. */
    private boolean fits(PngChunk chunk) {
        int length = chunk.content().length();
        return switch (chunk.type()) {
            case "IHDR" ->
                length == PngHeader.LENGTH
                        && plain.size() == PngChunk.SIGNATURE + chunk.whole().length();
            case "sRGB" -> length == 1;
            case "IDAT" -> inflate(chunk.content());
            default -> length == 0;
        };
    }

    /** Whether the stream is sound, and neither it nor the chunk holds more than the pixels. */
    private boolean inflate(ByteView part) {
        inflater.setInput(part.buffer());
        try {
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary() && missing >= 0) {
                missing -= inflater.inflate(scratch);
            }
        } catch (DataFormatException broken) {
            return false;
        }
        return missing >= 0 && inflater.getRemaining() == 0 && !inflater.needsDictionary();
    }
}
