package dev.pentimento.domain.image;

import java.util.List;
import java.util.function.Function;

/** Draws shapes into one coverage map; where shapes overlap the larger coverage counts. */
final class MaskPainter {
    private final ImageSize size;
    private final byte[] coverage;
    private final Function<ImageDigest, Raster> pictures;

    private MaskPainter(ImageSize size, Function<ImageDigest, Raster> pictures) {
        this.size = size;
        this.coverage = new byte[Math.toIntExact(size.pixels())];
        this.pictures = pictures;
    }

    static Mask paint(List<MaskShape> shapes, ImageSize size, Function<ImageDigest, Raster> pictures) {
        MaskPainter painter = new MaskPainter(size, pictures);
        shapes.forEach(painter::paint);
        return Mask.adopt(size, painter.coverage);
    }

    private void paint(MaskShape shape) {
        if (shape instanceof MaskShape.Painted painted) {
            paintPicture(pictures.apply(painted.picture()));
        } else {
            paintWhere(Region.of(shape, size));
        }
    }

    private void paintWhere(Region region) {
        for (int y = region.top(); y < region.bottom(); y++) {
            for (int x = region.left(); x < region.right(); x++) {
                if (region.contains(x + 0.5, y + 0.5)) {
                    coverage[y * size.width() + x] = (byte) Mask.FREE;
                }
            }
        }
    }

    private void paintPicture(Raster picture) {
        if (!picture.size().equals(size)) {
            throw new IllegalArgumentException(
                    "The mask is %s px but the image is %s px; paint the mask at the image's size"
                            .formatted(picture.size(), size));
        }
        int[] argb = picture.pixels();
        boolean byAlpha = hasTransparency(argb);
        for (int i = 0; i < argb.length; i++) {
            int value = byAlpha ? 255 - (argb[i] >>> 24) : Luma.of(argb[i]);
            coverage[i] = (byte) Math.max(coverage[i] & 0xff, value);
        }
    }

    private static boolean hasTransparency(int[] argb) {
        for (int pixel : argb) {
            if (pixel >>> 24 != 255) {
                return true;
            }
        }
        return false;
    }
}
