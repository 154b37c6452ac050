package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.ImageSize;

/**
 * The frame header (SOF) of a JPEG.
 *
 * @param components 1, 3 or 4
 * @param namedRgb whether the components are called R, G and B, which only files without a marker for their colours do
 */
record JpegFrame(ImageSize size, int components, boolean progressive, boolean namedRgb) {
    static final int NO_ADOBE = -1;

    private static final int ADOBE_UNTRANSFORMED = 0;
    private static final int ADOBE_YCCK = 2;

    /** What the samples of a pixel are. */
    enum Colour {
        GREY,
        YCC,
        RGB,
        CMYK,
        YCCK
    }

    /** SOF0 to SOF15, between which three codes mean something else. */
    static boolean isStart(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    static JpegFrame of(int marker, ByteView content, Gate gate) {
        ImageSize size = gate.admit(content.u16be(3), content.u16be(1));
        if (marker > 0xc2) {
            throw gate.unsupported(marker > 0xc8 ? "arithmetic coding" : "lossless or hierarchical coding");
        }
        if (content.u8(0) != 8) {
            throw gate.unsupported("%d bits a sample".formatted(content.u8(0)));
        }
        int components = content.u8(5);
        if (components != 1 && components != 3 && components != 4) {
            throw gate.unsupported("%d colour components".formatted(components));
        }
        return new JpegFrame(size, components, marker == 0xc2, components == 3 && isNamedRgb(content));
    }

    private static boolean isNamedRgb(ByteView content) {
        return content.u8(6) == 'R' && content.u8(9) == 'G' && content.u8(12) == 'B';
    }

    /**
     * What the samples are, by the rules that decoders agree on.
     *
     * @param adobeTransform as the Adobe marker says, or {@link #NO_ADOBE}
     */
    Colour colour(boolean jfif, int adobeTransform) {
        if (components == 1) {
            return Colour.GREY;
        }
        if (components == 4) {
            return adobeTransform == ADOBE_YCCK ? Colour.YCCK : Colour.CMYK;
        }
        boolean rgb = adobeTransform == NO_ADOBE ? namedRgb : adobeTransform == ADOBE_UNTRANSFORMED;
        return rgb && !jfif ? Colour.RGB : Colour.YCC;
    }
}
