package dev.pentimento.testkit;

import static dev.pentimento.testkit.ImageCodecPromises.argb;
import static dev.pentimento.testkit.ImageCodecPromises.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Files made to harm whoever reads them: small ones that ask for much, and well-formed ones that never end. */
public final class HostileFiles {
    /** More than any honest file has. */
    private static final int MANY_PARTS = 70_000;

    private static final int LARGE_PROFILE = 5_000_000;
    private static final int COMMENT = 0xfe;
    private static final int APP2 = 0xe2;
    /** A segment holds 65,533 bytes, of which the prefix takes 14. */
    private static final int PROFILE_PART = 65_000;

    private HostileFiles() {}

    private static PngFile dot() {
        return PngFile.of(1, 1, PngFile.RGB, 8, (x, y, channel) -> 7);
    }

    private static byte[] jpegDot() {
        return JpegFile.of(picture(8, 8, (x, y) -> argb(255, 200, 100, 50))).bytes();
    }

    /** A thousand bytes' worth of pixels at best, said to be a million. */
    public static byte[] pngWithoutItsPixels() {
        return PngFile.claiming(1000, 1000);
    }

    public static byte[] pngOfManyChunks() {
        byte[] chunk = PngFile.chunk("teXt", new byte[0]);
        return ByteStrings.insert(dot().bytes(), PngFile.AFTER_HEADER, repeated(chunk, MANY_PARTS));
    }

    public static byte[] pngOfManyEmptyPixelChunks() {
        byte[] chunk = PngFile.chunk("IDAT", new byte[0]);
        return ByteStrings.insert(dot().bytes(), PngFile.AFTER_HEADER, repeated(chunk, MANY_PARTS));
    }

    public static byte[] jpegOfManySegments() {
        byte[] segment = {(byte) 0xff, (byte) COMMENT, 0, 2};
        return ByteStrings.insert(jpegDot(), 2, repeated(segment, MANY_PARTS));
    }

    public static byte[] gifOfManyBlocks() {
        byte[] file = new GifFile(1, 1, 0x123456).frame(0, 0, 1, 1, (x, y) -> 0).bytes();
        byte[] emptyComment = {0x21, (byte) 0xfe, 0};
        return ByteStrings.insert(file, GifFile.AFTER_PALETTE, repeated(emptyComment, MANY_PARTS));
    }

    public static byte[] webpOfManyChunks() {
        byte[] chunk = ByteStrings.join(ByteStrings.latin1("junk"), new byte[4]);
        return WebpFiles.with(repeated(chunk, MANY_PARTS));
    }

    /** A progressive picture whose last scan comes again and again; each costs the decoder a pass over all pixels. */
    public static byte[] jpegOfManyScans(int times) {
        byte[] file = JpegFile.progressive(picture(8, 8, (x, y) -> argb(255, x * 30, y * 30, 0)))
                .bytes();
        int end = file.length - 2;
        int scan = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("\u00ff\u00da");
        return ByteStrings.insert(file, end, repeated(Arrays.copyOfRange(file, scan, end), times));
    }

    /** 60 kB that unpack to a colour profile of 60 MB. */
    public static byte[] pngWithAProfileBomb() {
        return dot().with("iCCP", ByteStrings.join(ByteStrings.latin1("bomb\0\0"), deflatedZeros(60_000_000)))
                .bytes();
    }

    public static byte[] jpegWithALargeProfile() {
        JpegFile file = JpegFile.of(picture(8, 8, (x, y) -> argb(255, 200, 100, 50)));
        int parts = LARGE_PROFILE / PROFILE_PART;
        for (int part = 1; part <= parts; part++) {
            byte[] prefix =
                    ByteStrings.join(ByteStrings.latin1("ICC_PROFILE\0"), new byte[] {(byte) part, (byte) parts});
            file.with(APP2, ByteStrings.join(prefix, new byte[PROFILE_PART]));
        }
        return file.bytes();
    }

    public static byte[] webpWithALargeProfile() {
        return WebpFiles.with(WebpFiles.chunk("ICCP", new byte[LARGE_PROFILE]));
    }

    /** Its pixels go on behind its end; 78 bytes that kept a decoder busy for 20 s. */
    public static byte[] webpWithoutAnEnd() {
        return WebpFiles.ENDLESS.clone();
    }

    /** 1 px, and 200 MB of zeros packed behind it in the same stream. Honest readers stop after the pixel. */
    public static byte[] pngWithMorePixelsThanItClaims() {
        return dot().withPixels(deflatedZeros(200_000_000));
    }

    /** 1 px, and a text that unpacks to 200 MB, which nobody asked for. */
    public static byte[] pngWithATextBomb() {
        return dot().with("zTXt", ByteStrings.join(ByteStrings.latin1("Comment\0\0"), deflatedZeros(200_000_000)))
                .bytes();
    }

    /** A dictionary that is thrown away 200,000 times before the first pixel. */
    public static byte[] gifThatClearsForEver() {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        byte[] clearings = new byte[200];
        Arrays.fill(clearings, (byte) 0x80);
        for (int i = 0; i < 1000; i++) {
            blocks.write(clearings.length);
            blocks.writeBytes(clearings);
        }
        byte[] file = new GifFile(1, 1, 0x123456).frame(0, 0, 1, 1, (x, y) -> 0).bytes();
        return ByteStrings.insert(file, GifFile.AFTER_PALETTE + GifFile.DESCRIPTOR_AND_ROOT, blocks.toByteArray());
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    private static byte[] deflatedZeros(int count) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        byte[] zeros = new byte[1_000_000];
        byte[] packed = new byte[count / 900 + 1000];
        int length = 0;
        for (int done = 0; done < count; done += zeros.length) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
        }
        deflater.finish();
        length += deflater.deflate(packed, length, packed.length - length);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }
}
