package dev.pentimento.testkit.wire;

import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Raster;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request that costs money, as the vendor understands it by its own documentation.
 *
 * @param words everything it says in prose
 * @param images in the order that counts: of an edit the base first
 * @param mask where the vendor takes it that it may change the base; null = no mask came
 * @param model null = none is named
 * @param seed null = none is named
 * @param strength 0 = the vendor is asked to keep everything, 1 = to change freely; null = nothing is said
 * @param count how many results it asks for
 */
public record Order(
        String words,
        List<Attachment> images,
        @Nullable Mask mask,
        @Nullable String model,
        @Nullable Long seed,
        @Nullable Double strength,
        int count) {
    public Order {
        images = List.copyOf(images);
    }

    /** One result for these words. */
    public static Order of(String words) {
        return new Order(words, List.of(), null, null, null, null, 1);
    }

    public Order showing(List<Attachment> pictures) {
        return new Order(words, pictures, mask, model, seed, strength, count);
    }

    public Order within(@Nullable Mask changeable) {
        return new Order(words, images, changeable, model, seed, strength, count);
    }

    public Order by(@Nullable String named) {
        return new Order(words, images, mask, named, seed, strength, count);
    }

    public Order seeded(@Nullable Long number) {
        return new Order(words, images, mask, model, number, strength, count);
    }

    public Order moving(@Nullable Double far) {
        return new Order(words, images, mask, model, seed, far, count);
    }

    public Order times(int results) {
        return new Order(words, images, mask, model, seed, strength, results);
    }

    /** Reads a mask whose transparent pixels may change. */
    public static Mask transparentIsEdit(Attachment picture) {
        return read(picture.raster(), argb -> 255 - (argb >>> 24));
    }

    /** Reads a mask whose white pixels may change. */
    public static Mask whiteIsEdit(Attachment picture) {
        return read(picture.raster(), argb -> argb & 0xff);
    }

    private static Mask read(Raster picture, IntUnaryOperator coverage) {
        int[] pixels = picture.toArray();
        byte[] values = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = (byte) coverage.applyAsInt(pixels[i]);
        }
        return Mask.of(picture.size(), values);
    }
}
