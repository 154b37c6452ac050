package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;

/**
 * Takes the rows of red, green and blue that the JPEG decoder makes right into our pixels. A picture of the decoder's own would take 3 more bytes a
 * pixel, and the time to fill it.
 */
final class ArgbRows extends WritableRaster {
    private static final ColorModel COLOURS = new DirectColorModel(24, 0xff0000, 0xff00, 0xff);

    private final int[] argb;
    private final Gate gate;
    private byte[] row = new byte[0];

    private ArgbRows(SinglePixelPackedSampleModel model, int[] argb, Gate gate) {
        super(model, new DataBufferInt(argb, argb.length), new Point());
        this.argb = argb;
        this.gate = gate;
    }

    /** A picture to decode into, whose pixels are {@code argb}. */
    static BufferedImage over(int[] argb, ImageSize size, Gate gate) {
        SinglePixelPackedSampleModel model = new SinglePixelPackedSampleModel(
                DataBufferInt.TYPE_INT, size.width(), size.height(), new int[] {0xff0000, 0xff00, 0xff});
        return new BufferedImage(COLOURS, new ArgbRows(model, argb, gate), false, null);
    }

    @Override
    public void setRect(int left, int top, Raster rgb) {
        gate.checkTime();
        int width = rgb.getWidth();
        for (int y = 0; y < rgb.getHeight(); y++) {
            row = (byte[]) rgb.getDataElements(
                    rgb.getMinX(), rgb.getMinY() + y, width, 1, row.length == 3 * width ? row : null);
            int to = (top + y) * getWidth() + left;
            for (int x = 0, i = 0; x < width; x++, i += 3) {
                argb[to + x] = 0xff000000 | (row[i] & 0xff) << 16 | (row[i + 1] & 0xff) << 8 | (row[i + 2] & 0xff);
            }
        }
    }
}
