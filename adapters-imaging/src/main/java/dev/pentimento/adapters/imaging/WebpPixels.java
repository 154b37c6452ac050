package dev.pentimento.adapters.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;

/** The pixels out of a picture that the WebP decoder made: a byte a sample, with or without alpha, in the order that its model tells. */
final class WebpPixels {
    private final byte[] samples;
    private final ComponentSampleModel model;

    private WebpPixels(BufferedImage frame) {
        this.samples = ((DataBufferByte) frame.getRaster().getDataBuffer()).getData();
        this.model = (ComponentSampleModel) frame.getSampleModel();
    }

    /** Puts the first pixel of {@code frame} at {@code at}, and each row {@code width} after the one before. */
    static void copy(BufferedImage frame, int[] argb, int at, int width) {
        WebpPixels pixels = new WebpPixels(frame);
        for (int y = 0; y < frame.getHeight(); y++) {
            pixels.copyRow(y, argb, at + y * width);
        }
    }

    private void copyRow(int y, int[] argb, int at) {
        int[] bands = model.getBandOffsets();
        int red = bands[0];
        int green = bands[1];
        int blue = bands[2];
        int alpha = bands.length > 3 ? bands[3] : -1;
        int step = model.getPixelStride();
        int from = y * model.getScanlineStride();
        for (int x = 0; x < model.getWidth(); x++, from += step) {
            argb[at + x] = (alpha < 0 ? 0xff : samples[from + alpha] & 0xff) << 24
                    | (samples[from + red] & 0xff) << 16
                    | (samples[from + green] & 0xff) << 8
                    | (samples[from + blue] & 0xff);
        }
    }
}
