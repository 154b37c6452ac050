package dev.pentimento.adapters.imaging;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A picture over white, made row by row as the JPEG encoder asks for them. All at once it would take 3 more bytes a pixel.
 *
 * <p>Only {@link #createChild} works, which is all that the encoder uses, and only for one row at a time.
 */
final class RgbRows extends WritableRaster {
    private static final int BANDS = 3;
    private static final int[] RED_GREEN_BLUE = {0, 1, 2};

    private final dev.pentimento.domain.image.Raster picture;
    private final int[] argb;
    private final byte[] rgb;

    private RgbRows(dev.pentimento.domain.image.Raster picture) {
        super(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE,
                        picture.width(),
                        picture.height(),
                        BANDS,
                        BANDS * picture.width(),
                        RED_GREEN_BLUE),
                new DataBufferByte(1),
                new Point());
        this.picture = picture;
        this.argb = new int[picture.width()];
        this.rgb = new byte[BANDS * picture.width()];
    }

    static BufferedImage of(dev.pentimento.domain.image.Raster picture) {
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, BufferedImage.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, new RgbRows(picture), false, null);
    }

    @Override
    public Raster createChild(int x, int y, int width, int height, int minX, int minY, int[] bands) {
        picture.copyRow(y, argb);
        for (int column = 0, i = 0; column < argb.length; column++, i += BANDS) {
            int pixel = overWhite(argb[column]);
            rgb[i] = (byte) (pixel >> 16);
            rgb[i + 1] = (byte) (pixel >> 8);
            rgb[i + 2] = (byte) pixel;
        }
        return Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length), width, 1, rgb.length, BANDS, RED_GREEN_BLUE, null);
    }

    private static int overWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        return overWhite(argb >> 16 & 0xff, alpha) << 16
                | overWhite(argb >> 8 & 0xff, alpha) << 8
                | overWhite(argb & 0xff, alpha);
    }

    private static int overWhite(int colour, int alpha) {
        return (colour * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
