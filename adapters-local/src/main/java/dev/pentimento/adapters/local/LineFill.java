package dev.pentimento.adapters.local;

/** Fills holes row by row, or column by column, from one rim straight to the other, so that a horizon runs on unbroken. */
final class LineFill {
    private static final int RIM = 4;

    private LineFill() {}

    static void acrossRows(OkPlanes picture, boolean[] hole) {
        for (int y = 0; y < picture.height; y++) {
            fillLine(picture, hole, y * picture.width, 1, picture.width);
        }
    }

    static void downColumns(OkPlanes picture, boolean[] hole) {
        for (int x = 0; x < picture.width; x++) {
            fillLine(picture, hole, x, picture.width, picture.height);
        }
    }

    private static void fillLine(OkPlanes picture, boolean[] hole, int first, int step, int length) {
        int from = 0;
        while (from < length) {
            if (!hole[first + from * step]) {
                from++;
                continue;
            }
            int to = from;
            while (to < length && hole[first + to * step]) {
                to++;
            }
            if (from > 0 || to < length) {
                fillGap(picture, hole, first, step, from, to, length);
            }
            from = to;
        }
    }

    private static void fillGap(OkPlanes picture, boolean[] hole, int first, int step, int from, int to, int length) {
        for (float[] plane : picture.planes) {
            int before = from > 0 ? from : to;
            float start = from > 0
                    ? rim(plane, hole, first, step, from - 1, -1, length)
                    : rim(plane, hole, first, step, to, 1, length);
            float end = to < length ? rim(plane, hole, first, step, to, 1, length) : start;
            for (int k = from; k < to; k++) {
                float share = before == to ? 0 : (k - from + 1f) / (to - from + 1);
                plane[first + k * step] = start * (1 - share) + end * share;
            }
        }
    }

    /** The mean of the first few known pixels beyond the gap. */
    private static float rim(float[] plane, boolean[] hole, int first, int step, int at, int direction, int length) {
        float sum = 0;
        int count = 0;
        for (int k = at; count < RIM && k >= 0 && k < length && !hole[first + k * step]; k += direction) {
            sum += plane[first + k * step];
            count++;
        }
        return sum / Math.max(1, count);
    }
}
