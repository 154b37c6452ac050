package dev.pentimento.adapters.local;

/** Changes of place; the frame keeps its size. */
final class GeometryEdits {
    private GeometryEdits() {}

    static Edit mirror() {
        return moved((image, x, y) -> y * image.width + image.width - 1 - x);
    }

    static Edit flip() {
        return moved((image, x, y) -> (image.height - 1 - y) * image.width + x);
    }

    static Edit turn() {
        return moved((image, x, y) -> image.l.length - 1 - (y * image.width + x));
    }

    private static Edit moved(Origin origin) {
        return (image, scene) -> {
            LabImage before = image.copy();
            Rows.each(image.height, y -> {
                for (int x = 0; x < image.width; x++) {
                    int i = y * image.width + x;
                    int from = origin.of(image, x, y);
                    image.set(i, before.shade(from));
                    image.alpha[i] = before.alpha[from];
                }
            });
        };
    }

    /** Closer, around what is not background. */
    static Edit crop(double amount) {
        return (image, scene) -> {
            Frame subject = Frame.aroundSubject(image);
            float zoom = (float) (1 + 0.75 * amount);
            float side = Math.max(1 / zoom, Math.min(1, subject.share() * 1.06f));
            float left = place(subject.centreX(), side * image.width, image.width);
            float top = place(subject.centreY(), side * image.height, image.height);
            LabImage before = image.copy();
            Rows.each(image.height, y -> {
                for (int x = 0; x < image.width; x++) {
                    Resampling.cubic(before, left + (x + 0.5f) * side - 0.5f, top + (y + 0.5f) * side - 0.5f)
                            .into(image, y * image.width + x);
                }
            });
        };
    }

    private static float place(float centre, float length, float whole) {
        return Math.max(0, Math.min(whole - length, centre - length / 2));
    }

    /** More room around the picture; the background goes on, or, where there is none, a soft echo of the picture. */
    static Edit pad(double amount) {
        return (image, scene) -> {
            float scale = (float) (1 / (1 - 0.4 * amount));
            LabImage before = image.copy();
            LabImage around = surroundings(before, scene);
            scene.pass();
            Rows.each(image.height, y -> {
                for (int x = 0; x < image.width; x++) {
                    float u = (x + 0.5f - image.width / 2f) * scale + image.width / 2f - 0.5f;
                    float v = (y + 0.5f - image.height / 2f) * scale + image.height / 2f - 0.5f;
                    boolean inside = u >= -0.5f && v >= -0.5f && u <= image.width - 0.5f && v <= image.height - 0.5f;
                    PixelMean blend = inside ? fine(before, u, v, scale) : Resampling.bilinear(around, u, v);
                    blend.into(image, y * image.width + x);
                }
            });
        };
    }

    private static PixelMean fine(LabImage image, float x, float y, float scale) {
        PixelMean blend = new PixelMean();
        float step = scale / 4;
        for (int k = 0; k < 4; k++) {
            float u = x + (k % 2 == 0 ? -step : step);
            float v = y + (k / 2 == 0 ? -step : step);
            Resampling.addBilinear(blend, image, u, v);
        }
        return blend;
    }

    /** Asked beyond its border it answers with the border, which a calm background may simply go on from. */
    private static LabImage surroundings(LabImage image, Scene scene) {
        if (Backdrop.of(image).isFound()) {
            return image;
        }
        return EffectEdits.blurred(
                image, new Scene(null, scene.seed(), false, scene.context()), EffectEdits.px(image, 0.05));
    }

    /** Where a pixel comes from. */
    private interface Origin {
        int of(LabImage image, int x, int y);
    }
}
