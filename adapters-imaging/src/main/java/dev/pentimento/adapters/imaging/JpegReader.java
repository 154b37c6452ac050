package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.io.IOException;

/** Reads JPEG, baseline and progressive, grey, colour and print colours. */
final class JpegReader implements FormatReader {

    /** Where a picture comes in several scans, the decoder keeps a coefficient of two bytes for each sample, outside the heap. */
    private static final int COEFFICIENT = 2;

    @Override
    public Raster read(ByteView file, Gate gate) throws IOException {
        JpegSegments segments = JpegSegments.of(file, gate);
        ImageSize size = segments.frame().size();
        gate.reserve(size, bytesPerPixel(segments));
        int[] argb = argb(segments, gate);
        return segments.orientation().upright(size, argb);
    }

    /** Either the inks or the turned pixels are there beside the pixels, but not both. */
    private static int bytesPerPixel(JpegSegments segments) {
        int components = segments.frame().components();
        int inks = components == 4 ? components : 0;
        int coefficients = segments.comesInScans() ? COEFFICIENT * components : 0;
        return Orientation.BYTES_PER_PIXEL
                + coefficients
                + Math.max(inks, segments.orientation().bytesPerPixel());
    }

    private static int[] argb(JpegSegments segments, Gate gate) throws IOException {
        JpegPixels pixels = new JpegPixels(segments, gate);
        int[] argb = new int[Math.toIntExact(segments.frame().size().pixels())];
        int components = segments.frame().components();
        if (components == 4) {
            PrintColours.of(segments).toSrgb(pixels.inks(), argb);
        } else {
            pixels.decodeInto(argb);
            segments.profile().ifPresent(profile -> profile.toSrgb(argb, components));
        }
        return argb;
    }
}
