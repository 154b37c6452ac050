package dev.pentimento.testkit;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.MaskForm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures for editors to change, and a way to look at what became of them. */
public final class EditorPictures {
    /** Not square, so that a picture on its side is noticed. */
    public static final ImageSize SIZE = new ImageSize(96, 64);

    private EditorPictures() {}

    /** Every hue and every lightness, and a grey ramp below. */
    public static Raster colorful() {
        return colorful(SIZE);
    }

    public static Raster colorful(ImageSize size) {
        return Raster.generate(size, (x, y) -> {
            int light = 255 * y / size.height();
            int hue = 255 * x / size.width();
            return 4 * y > 3 * size.height()
                    ? grey(hue)
                    : 0xff << 24 | hue << 16 | light << 8 | (255 - hue + light) / 2;
        });
    }

    /** One colour everywhere; the lower 24 bits of {@code rgb}. */
    public static EncodedImage plain(ImageSize size, int rgb) {
        return OneColourPng.of(size, rgb);
    }

    private static int grey(int level) {
        return 0xff << 24 | level * 0x010101;
    }

    /** Only the left half may change. */
    public static Mask leftHalf() {
        return leftHalf(SIZE);
    }

    public static Mask leftHalf(ImageSize size) {
        byte[] coverage = new byte[Math.toIntExact(size.pixels())];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = (byte) (i % size.width() < size.width() / 2 ? 255 : 0);
        }
        return Mask.of(size, coverage);
    }

    /** The mask as a picture, as the form asks for it; null where it asks for none. */
    public static @Nullable EncodedImage file(Mask mask, MaskForm form) {
        return switch (form) {
            case NONE, COVERAGE -> null;
            case TRANSPARENT_IS_EDIT -> png(drawn(mask, coverage -> (255 - coverage) << 24));
            case WHITE_IS_EDIT -> png(drawn(mask, EditorPictures::grey));
        };
    }

    private static Raster drawn(Mask mask, IntUnaryOperator colour) {
        return Raster.generate(mask.size(), (x, y) -> colour.applyAsInt(mask.coverage(x, y)));
    }

    public static EncodedImage png(Raster raster) {
        return written(raster, BufferedImage.TYPE_INT_ARGB, "png");
    }

    public static EncodedImage jpeg(Raster raster) {
        return written(raster, BufferedImage.TYPE_INT_RGB, "jpg");
    }

    private static EncodedImage written(Raster raster, int pixels, String format) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), pixels);
        image.setRGB(0, 0, raster.width(), raster.height(), raster.toArray(), 0, raster.width());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return EncodedImage.of(bytes.toByteArray());
    }

    /** The pixels of a picture in any format that the JVM reads. */
    public static Raster raster(EncodedImage encoded) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(encoded.bytes()));
            if (image == null) {
                throw new IllegalArgumentException("This JVM cannot read " + encoded);
            }
            int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return Raster.of(new ImageSize(image.getWidth(), image.getHeight()), argb);
        } catch (IOException e) {
            throw new UncheckedIOException("Broken picture: " + encoded, e);
        }
    }

    /** The mean difference per channel and pixel, 0..255. */
    public static double meanDifference(Raster left, Raster right) {
        int[] a = left.toArray();
        int[] b = right.toArray();
        if (a.length != b.length) {
            throw new IllegalArgumentException("Cannot compare %s with %s".formatted(left, right));
        }
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                sum += Math.abs((a[i] >> shift & 0xff) - (b[i] >> shift & 0xff));
            }
        }
        return sum / (4.0 * a.length);
    }
}
