package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.Raster;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.io.IOException;

/** Reads JPEG, baseline and progressive, grey, colour and print colours. */
final class JpegReader implements FormatReader {
    private final JpegPixels pixels = new JpegPixels();

    @Override
    public Raster read(ByteView file, Gate gate) throws IOException {
        JpegSegments segments = JpegSegments.of(file, gate);
        java.awt.image.Raster samples = pixels.decode(segments, gate);
        if (samples.getWidth() != segments.frame().size().width()
                || samples.getHeight() != segments.frame().size().height()) {
            throw gate.damaged("its pixels are not of the size that its header claims");
        }
        return segments.orientation().upright(segments.frame().size(), argb(segments, samples));
    }

    private static int[] argb(JpegSegments segments, java.awt.image.Raster samples) {
        byte[] bytes = ((DataBufferByte) samples.getDataBuffer()).getData();
        int[] bands = ((ComponentSampleModel) samples.getSampleModel()).getBandOffsets();
        int[] argb = new int[bytes.length / bands.length];
        switch (segments.colour()) {
            case GREY -> grey(bytes, argb);
            case YCC, RGB -> rgb(bytes, bands, argb);
            case CMYK, YCCK -> PrintColours.of(segments).toSrgb(bytes, argb);
        }
        if (segments.frame().components() < 4) {
            segments.profile()
                    .ifPresent(profile -> profile.toSrgb(argb, segments.frame().components()));
        }
        return argb;
    }

    private static void grey(byte[] bytes, int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | (bytes[i] & 0xff) * 0x010101;
        }
    }

    private static void rgb(byte[] bytes, int[] bands, int[] argb) {
        int red = bands[0];
        int green = bands[1];
        int blue = bands[2];
        for (int i = 0, at = 0; i < argb.length; i++, at += 3) {
            argb[i] = 0xff000000
                    | (bytes[at + red] & 0xff) << 16
                    | (bytes[at + green] & 0xff) << 8
                    | (bytes[at + blue] & 0xff);
        }
    }
}
