package dev.pentimento.adapters.local;

/** Changes to a plain background; a picture without one stays as it is. */
final class BackdropEdits {
    private BackdropEdits() {}

    /** Lets the background vanish; edges keep only the object's own colour, so that they look clean on any other ground. */
    static Edit transparent() {
        return (image, scene) -> {
            LabImage before = image.copy();
            Backdrop backdrop = Backdrop.of(before);
            if (!backdrop.isFound()) {
                return;
            }
            float[] shares = backdrop.shares();
            Rows.each(image.height, y -> {
                for (int x = 0; x < image.width; x++) {
                    int i = y * image.width + x;
                    image.alpha[i] *= 1 - shares[i];
                    if (shares[i] > 0 && shares[i] < 1) {
                        image.set(i, backdrop.farthest(x, y, nearest(before, backdrop, x, y)));
                    }
                }
            });
        };
    }

    private static Shade nearest(LabImage image, Backdrop backdrop, int x, int y) {
        for (int v = Math.max(0, y - 2); v <= Math.min(image.height - 1, y + 2); v++) {
            for (int u = Math.max(0, x - 2); u <= Math.min(image.width - 1, x + 2); u++) {
                if (backdrop.contains(v * image.width + u)) {
                    return image.shade(v * image.width + u);
                }
            }
        }
        return image.shade(y * image.width + x);
    }

    /** Applies {@code edit} to the background only. */
    static Edit only(Edit edit) {
        return part(edit, true);
    }

    /** Applies {@code edit} to everything but the background. */
    static Edit except(Edit edit) {
        return part(edit, false);
    }

    private static Edit part(Edit edit, boolean background) {
        return (image, scene) -> {
            float[] shares = Backdrop.of(image).shares();
            LabImage edited = image.copy();
            edit.apply(edited, scene);
            image.each((p, i) -> {
                float share = background ? shares[i] : 1 - shares[i];
                p.set(
                        i,
                        Ramp.mix(p.l[i], edited.l[i], share),
                        Ramp.mix(p.a[i], edited.a[i], share),
                        Ramp.mix(p.b[i], edited.b[i], share));
                p.alpha[i] = Ramp.mix(p.alpha[i], edited.alpha[i], share);
            });
        };
    }

    /** Paints the background in one colour; what little shading it had remains, and edges mix the object with the new colour. */
    static Edit paint(Shade color, float share) {
        return (image, scene) -> {
            LabImage before = image.copy();
            Backdrop backdrop = Backdrop.of(before);
            if (backdrop.isTransparent()) {
                fill(image, color, share);
                return;
            }
            float[] shares = backdrop.shares();
            Shade corner = before.shade(0);
            Rows.each(image.height, y -> {
                for (int x = 0; x < image.width; x++) {
                    int i = y * image.width + x;
                    if (shares[i] > 0) {
                        image.set(
                                i,
                                before.shade(i).mix(painted(before, backdrop, x, y, shares[i], color, corner), share));
                    }
                }
            });
        };
    }

    /** Puts a colour behind everything. */
    private static void fill(LabImage image, Shade color, float share) {
        image.each((p, i) -> {
            float behind = (1 - p.alpha[i]) * share;
            float alpha = p.alpha[i] + behind;
            if (behind > 0) {
                p.set(i, p.shade(i).mix(color, behind / alpha));
                p.alpha[i] = alpha;
            }
        });
    }

    private static Shade painted(
            LabImage image, Backdrop backdrop, int x, int y, float ground, Shade color, Shade corner) {
        Shade old = image.shade(y * image.width + x);
        if (ground == 1) {
            return new Shade(color.l() + 0.5f * (old.l() - corner.l()), color.a(), color.b());
        }
        return backdrop.farthest(x, y, nearest(image, backdrop, x, y)).mix(color, ground);
    }
}
