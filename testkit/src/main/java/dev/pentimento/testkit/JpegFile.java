package dev.pentimento.testkit;

import dev.pentimento.domain.image.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Builds JPEG files out of pictures, with any segment put in. */
public final class JpegFile {
    private static final int START_OF_IMAGE = 2;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int INKS = 4;

    private final byte[] plain;
    private final ByteArrayOutputStream segments = new ByteArrayOutputStream();

    private JpegFile(byte[] plain) {
        this.plain = plain;
    }

    /** The colours of {@code picture} at the highest quality. */
    public static JpegFile of(Raster picture) {
        return new JpegFile(write(new IIOImage(image(picture, BufferedImage.TYPE_INT_RGB), null, null), false));
    }

    public static JpegFile progressive(Raster picture) {
        return new JpegFile(write(new IIOImage(image(picture, BufferedImage.TYPE_INT_RGB), null, null), true));
    }

    /** One sample a pixel: the blue of {@code picture}. */
    public static JpegFile grey(Raster picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.getRaster().setSample(x, y, 0, picture.argb(x, y) & 0xff);
            }
        }
        return new JpegFile(write(new IIOImage(image, null, null), false));
    }

    /** A flat picture in print colours: four samples stored as they are, under an Adobe marker with this transform. */
    public static JpegFile print(int width, int height, int adobeTransform, int... samples) {
        java.awt.image.WritableRaster raster = java.awt.image.Raster.createInterleavedRaster(
                java.awt.image.DataBuffer.TYPE_BYTE, width, height, INKS, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, samples);
            }
        }
        return new JpegFile(write(new IIOImage(raster, null, null), false))
                .with(APP14, ByteStrings.join(ByteStrings.latin1("Adobe"), new byte[] {
                    0, 100, 0, 0, 0, 0, (byte) adobeTransform
                }));
    }

    private static BufferedImage image(Raster picture, int type) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), type);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.toArray(), 0, picture.width());
        return image;
    }

    private static byte[] write(IIOImage image, boolean progressive) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(1);
            settings.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, image, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** Adds a segment right behind the start of the file. */
    public JpegFile with(int marker, byte... content) {
        segments.writeBytes(new byte[] {(byte) 0xff, (byte) marker});
        segments.writeBytes(
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array());
        segments.writeBytes(content);
        return this;
    }

    public JpegFile withExif(byte[] tiff) {
        return with(APP1, ByteStrings.join(ByteStrings.latin1("Exif\0\0"), tiff));
    }

    /** Adds a profile in {@code parts} segments, the last one first. */
    public JpegFile withProfile(byte[] profile, int parts) {
        int share = profile.length / parts + 1;
        for (int part = parts - 1; part >= 0; part--) {
            int from = part * share;
            byte[] content = Arrays.copyOfRange(profile, from, Math.min(profile.length, from + share));
            with(
                    APP2,
                    ByteStrings.join(
                            ByteStrings.latin1("ICC_PROFILE\0"),
                            new byte[] {(byte) (part + 1), (byte) parts},
                            content));
        }
        return this;
    }

    public byte[] bytes() {
        byte[] rest = Arrays.copyOfRange(plain, START_OF_IMAGE, plain.length);
        return ByteStrings.join(new byte[] {(byte) 0xff, (byte) 0xd8}, segments.toByteArray(), rest);
    }
}
