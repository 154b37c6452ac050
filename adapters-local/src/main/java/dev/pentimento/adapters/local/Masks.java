package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;

/** Working on the part of a picture that a mask is about. */
final class Masks {
    private Masks() {}

    /** The smallest rectangle around everything that may change; empty when nothing may. */
    static Box bounds(Mask mask) {
        Coverage coverage = new Coverage(mask.size().width(), mask.size().height());
        byte[] values = mask.toArray();
        for (int i = 0; i < values.length; i++) {
            coverage.values[i] = (values[i] & 0xff) / 255f;
        }
        return coverage.bounds(1 / 255f);
    }

    static Raster cut(Raster picture, Box box) {
        return Raster.generate(
                new ImageSize(box.width(), box.height()), (x, y) -> picture.argb(box.left() + x, box.top() + y));
    }

    static Mask cut(Mask mask, Box box) {
        byte[] values = new byte[box.area()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) mask.coverage(box.left() + i % box.width(), box.top() + i / box.width());
        }
        return Mask.of(new ImageSize(box.width(), box.height()), values);
    }

    static Raster pasted(Raster picture, Raster part, Box box) {
        return Raster.generate(
                picture.size(),
                (x, y) -> box.contains(x, y) ? part.argb(x - box.left(), y - box.top()) : picture.argb(x, y));
    }
}
