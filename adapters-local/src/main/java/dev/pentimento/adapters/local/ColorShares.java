package dev.pentimento.adapters.local;

import java.util.EnumMap;
import java.util.Map;

/** How much of a picture has which named colour, 0..1 each; they overlap, as navy is blue too. */
record ColorShares(Map<ColorName, Double> shares) {

    static ColorShares of(LabImage image) {
        return of(image, Box.ofSize(image.width, image.height));
    }

    /** Of the part inside a box. */
    static ColorShares of(LabImage image, Box box) {
        Map<ColorName, Double> shares = new EnumMap<>(ColorName.class);
        for (ColorName color : ColorName.values()) {
            double sum = 0;
            for (int y = box.top(); y < box.bottom(); y++) {
                for (int x = box.left(); x < box.right(); x++) {
                    sum += color.share(image, y * image.width + x);
                }
            }
            shares.put(color, sum / Math.max(1, box.area()));
        }
        return new ColorShares(Map.copyOf(shares));
    }

    double of(ColorName color) {
        return shares.getOrDefault(color, 0.0);
    }
}
