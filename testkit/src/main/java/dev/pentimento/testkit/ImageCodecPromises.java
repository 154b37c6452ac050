package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.util.function.IntBinaryOperator;

/** What the parts of the codec's contract have in common. */
interface ImageCodecPromises {
    int OPAQUE = 0xff << 24;

    ImageCodec codec(IntakeLimits limits);

    default Raster decode(byte[] file) {
        return codec(IntakeLimits.DEFAULT).decode(file).raster();
    }

    static Raster picture(int width, int height, IntBinaryOperator pixel) {
        return Raster.generate(new ImageSize(width, height), pixel);
    }

    static int argb(int alpha, int red, int green, int blue) {
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    static int grey(int level) {
        return argb(255, level, level, level);
    }

    /** Every channel of every pixel no further than {@code tolerance} levels from {@code expected}. */
    static void assertNear(Raster actual, Raster expected, int tolerance) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                assertNear(actual.argb(x, y), expected.argb(x, y), tolerance, "(" + x + ", " + y + ")");
            }
        }
    }

    static void assertNear(int actual, int expected, int tolerance, String where) {
        for (int shift = 0; shift <= 24; shift += 8) {
            assertThat(actual >> shift & 0xff)
                    .as("pixel %s is %08x, expected %08x", where, actual, expected)
                    .isBetween((expected >> shift & 0xff) - tolerance, (expected >> shift & 0xff) + tolerance);
        }
    }
}
