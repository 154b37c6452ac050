package dev.pentimento.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * WebP files, since nothing here can write them.
 *
 * <p>Those that do not say otherwise show 16x12 px in four flat quarters: red (200, 40, 40), green (40, 180, 60), blue (50, 60, 210), near-white (240, 240, 240).
 */
final class WebpFiles {
    /** Green has alpha 128. */
    static final byte[] LOSSLESS_WITH_ALPHA = decoded("UklGRkYAAABXRUJQVlA4TDoAAAAvD8ACEB8gECAmxEiTLUdIQPy12AxJFggQ"
            + "W5qkqZMgICi6brm4V0DaQJhtNMlJTvK+hxDR/9DtK/gA");

    static final byte[] LOSSY = decoded("UklGRmYAAABXRUJQVlA4IFoAAACwAwCdASoQAAwAAMASJagCdLoB+AEsA/gGEAf0D2/7sABf"
            + "H6JAgAD++2mvKg/Gt97/4iv//eWcv/xjAHKRJVzi/+I8+Ri/2REf/k5bEpTfwQ/uhSH1eTYggAA=");

    /** Green has alpha 128. */
    static final byte[] LOSSY_WITH_ALPHA = decoded("UklGRpQAAABXRUJQVlA4WAoAAAAQAAAADwAACwAAQUxQSBQAAAABD/DA/4iIIBZM"
            + "5i/dF0NE/0MLAFZQOCBaAAAAsAMAnQEqEAAMAADAEiWoAnS6AfgBLAP4BhAH9A9v+7AAXx+iQIAA/vtpryoPxrfe/+Ir//3lnL/8YwByk"
            + "SVc4v/iPPkYv9kRH/5OWxKU38EP7oUh9Xk2IIAA");

    /** Lossless and opaque, with EXIF orientation 6. */
    static final byte[] TO_BE_TURNED = decoded("UklGRnYAAABXRUJQVlA4WAoAAAAIAAAADwAACwAAVlA4TDUAAAAvD8ACAB8gECAmxEiT"
            + "LUdIQPy12AxJFggQW5qkqZMw/3FXQFogzDaa5CQned9DiOh/6PYVfABFWElGGgAAAE1NACoAAAAIAAEBEgADAAAAAQAGAAAAAAAA");

    /** Two frames: green with alpha 128, then all turned upside down. */
    static final byte[] ANIMATED = decoded("UklGRtgAAABXRUJQVlA4WAoAAAASAAAADwAACwAAQU5JTQYAAAAAAAAAAABBTk1GUgAAAAAA"
            + "AAAAAA8AAAsAAAAAAAJWUDhMOQAAAC8PwAIQHyAQIPYFiRAjSCyY/JGMOF6BADGmQ5omWQKCoudMDzHVKwNhttEkJ3mS+x5CRP9jg0/r"
            + "CgBBTk1GUgAAAAAAAAAAAA8AAAsAAAAAAAJWUDhMOQAAAC8PwAIQHyAQIPYFiRAjSCyY/JGMOF6BADGmQ5omWQKCoudMDzHVKwNhttEkJ"
            + "znJ+x5CRP9j0w/qCgA=");

    /** Lossy at an everyday quality, 64x64 px: red is 4 * x, green is 4 * y, blue is 90. */
    static final byte[] GRADIENT = decoded("UklGRuwAAABXRUJQVlA4IOAAAADwCACdASpAAEAAPrVWpUy/v6+iqhZpc/AWiWQzf+sGJ6nB"
            + "mgFizi12cznUO9VAh0EPabShg3f//vzBwUjf//zZwXDtODAoLX/MqlN12gcyAAD+8O9ab4yroi/ifSe7+DPnicGqMcP67uT78Kgwy+iaG"
            + "ejstqVrDyRrd8NMx9M7Xj98UfRs/f9ov+Aq0nGCPJdW59sOoDysslVR05vPOs1UnAydk4jUfEMjbqlI7ds5h/JtCA2c0Qk6t1A9lhuA5g"
            + "lgSFh4f1Qc90VTRIuQIqxfBtp/kn5LZwWnAAAJsAAAAA==");

    /** Lossless, 500x400 px of (10, 20, 30). */
    static final byte[] ONE_COLOUR =
            decoded("UklGRjAAAABXRUJQVlA4TCMAAAAv88FjAAdQiirUo/8BBW3bMOUPvzuO6H+G//znP//5z//SAQA=");

    /** A mutant of the lossless one whose pixels go on behind its end. */
    static final byte[] ENDLESS =
            decoded("UklGRkYAAABXRUJQVlA4TDoAAAAvD8ACEB8gECAmxEiTLUdIQPy1fQAAAAAQW5qkqZMgICi6brm4V0"
                    + "DaQJhtNMlJTvK+hxDR/9DtK/gA");

    private WebpFiles() {}

    static byte[] chunk(String name, byte[] content) {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array();
        return ByteStrings.join(ByteStrings.latin1(name), length, content, new byte[content.length % 2]);
    }

    /** The lossless one with more chunks behind it. */
    static byte[] with(byte[] chunks) {
        byte[] file = ByteStrings.join(LOSSLESS_WITH_ALPHA, chunks);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
        return file;
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
