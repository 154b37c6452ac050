package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.image.Resampling;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.testkit.PngFile;

/** The ways in which vendors answer with what they made of a canvas. */
enum Answering {
    AS_ASKED,
    MOVED_BY_TWO,
    HALF_AS_LARGE,
    TWICE_AS_LARGE,
    SQUEEZED_INTO_A_SQUARE,
    CUT_TO_A_SQUARE,
    WIDER,
    ROUNDED_SIZE,
    TRANSPARENT_HERE_AND_THERE,
    AS_JPEG,
    GREY,
    SIXTEEN_BIT;

    EncodedImage of(Raster made, ImageCodec codec) {
        return switch (this) {
            case AS_JPEG -> codec.encode(made, MediaType.JPEG);
            case GREY -> file(made, PngFile.GREY, 8);
            case SIXTEEN_BIT -> file(made, PngFile.RGB, 16);
            default -> codec.encode(picture(made), MediaType.PNG);
        };
    }

    private Raster picture(Raster made) {
        return switch (this) {
            case MOVED_BY_TWO ->
                Raster.generate(made.size(), (x, y) -> made.argb(Math.max(0, x - 2), Math.max(0, y - 2)));
            case HALF_AS_LARGE ->
                Resampling.scaled(made, new ImageSize((made.width() + 1) / 2, (made.height() + 1) / 2));
            case TWICE_AS_LARGE -> Resampling.scaled(made, new ImageSize(made.width() * 2, made.height() * 2));
            case SQUEEZED_INTO_A_SQUARE -> Resampling.scaled(made, new ImageSize(512, 512));
            case CUT_TO_A_SQUARE -> Resampling.covering(made, new ImageSize(512, 512));
            case WIDER -> Resampling.covering(made, new ImageSize(made.width(), Math.max(1, made.height() * 3 / 5)));
            case ROUNDED_SIZE -> Resampling.scaled(made, new ImageSize(rounded(made.width()), rounded(made.height())));
            case TRANSPARENT_HERE_AND_THERE ->
                Raster.generate(made.size(), (x, y) -> (x / 8 % 2 == 0 ? 0x60ffffff : -1) & made.argb(x, y));
            default -> made;
        };
    }

    private static EncodedImage file(Raster made, int colourType, int depth) {
        int white = depth == 8 ? 1 : 257;
        return EncodedImage.of(PngFile.of(
                        made.width(),
                        made.height(),
                        colourType,
                        depth,
                        (x, y, channel) -> (made.argb(x, y) >> (16 - 8 * channel) & 0xff) * white)
                .bytes());
    }

    private static int rounded(int side) {
        return Math.max(16, side / 16 * 16);
    }
}
