package dev.pentimento.domain.image;

/** Puts an edit into its parent so that every pixel outside the mask stays the parent's, bit for bit. */
public final class Compositing {
    private Compositing() {}

    /**
     * The parent where coverage is 0, the edit where it is 255, and in between both mixed by premultiplied alpha.
     *
     * @throws IllegalArgumentException unless all three have one size
     */
    public static Raster composite(Raster parent, Raster edit, Mask mask) {
        return composite(parent, edit, Section.whole(parent.size()), mask);
    }

    /**
     * The same with an edit of a section of the parent; what the mask selects elsewhere stays the parent's.
     *
     * @throws IllegalArgumentException unless the mask is as large as the parent, and the edit as the section
     */
    public static Raster composite(Raster parent, Raster edit, Section section, Mask mask) {
        SameSize.check("The edit", edit.size(), section.size());
        SameSize.check("The mask", mask.size(), parent.size());
        int[] over = edit.pixels();
        byte[] coverage = mask.values();
        int[] result = parent.toArray();
        for (int y = 0; y < edit.height(); y++) {
            int start = (section.top() + y) * parent.width() + section.left();
            for (int x = 0; x < edit.width(); x++) {
                int at = start + x;
                int above = over[y * edit.width() + x];
                int share = coverage[at] & 0xff;
                result[at] = share == 0 ? result[at] : share == Mask.FREE ? above : mix(result[at], above, share);
            }
        }
        return Raster.adopt(parent.size(), result);
    }

    private static int mix(int under, int over, int share) {
        if (under == over) {
            return under;
        }
        int underWeight = (under >>> 24) * (Mask.FREE - share);
        int overWeight = (over >>> 24) * share;
        int weight = underWeight + overWeight;
        if (weight == 0) {
            return under;
        }
        int red = average(under >> 16 & 0xff, underWeight, over >> 16 & 0xff, overWeight);
        int green = average(under >> 8 & 0xff, underWeight, over >> 8 & 0xff, overWeight);
        int blue = average(under & 0xff, underWeight, over & 0xff, overWeight);
        return ((weight + Mask.FREE / 2) / Mask.FREE) << 24 | red << 16 | green << 8 | blue;
    }

    private static int average(int under, int underWeight, int over, int overWeight) {
        int weight = underWeight + overWeight;
        return (under * underWeight + over * overWeight + weight / 2) / weight;
    }
}
