package dev.pentimento.domain.image;

import java.util.List;

/**
 * Where an image may change: the union of shapes, made soft towards the inside.
 *
 * @param feather width in px of the soft edge, which lies wholly inside the shapes; 0 = hard edge
 */
public record MaskSpec(List<MaskShape> shapes, int feather) {
    public MaskSpec {
        shapes = List.copyOf(shapes);
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("A mask needs at least one shape");
        }
        if (feather < 0) {
            throw new IllegalArgumentException("A feather is at least 0 px but was " + feather);
        }
    }

    public static MaskSpec of(MaskShape... shapes) {
        return new MaskSpec(List.of(shapes), 0);
    }
}
