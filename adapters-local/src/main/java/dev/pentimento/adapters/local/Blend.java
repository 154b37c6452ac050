package dev.pentimento.adapters.local;

/** Mixing of sRGB pixels the way drawing programs mix them: straight alpha outside, premultiplied within, no linear light. */
final class Blend {
    private Blend() {}

    /** {@code over} laid over {@code under} with a share 0..1; both alphas mix as well. */
    static int mix(int under, int over, float share) {
        float s = Math.max(0, Math.min(1, share));
        float underWeight = (under >>> 24) * (1 - s);
        float overWeight = (over >>> 24) * s;
        float alpha = underWeight + overWeight;
        if (alpha < 0.5f) {
            return 0;
        }
        int result = Math.round(alpha) << 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
            float value = ((under >> shift & 0xff) * underWeight + (over >> shift & 0xff) * overWeight) / alpha;
            result |= Math.round(value) << shift;
        }
        return result;
    }

    /** {@code over}, with its own alpha, in front of {@code under}. */
    static int mixOver(int under, int over) {
        float share = (over >>> 24) / 255f;
        float alpha = share + (1 - share) * (under >>> 24) / 255f;
        if (alpha <= 0) {
            return 0;
        }
        int result = Math.round(alpha * 255) << 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
            float behind = (under >> shift & 0xff) * (1 - share) * (under >>> 24) / 255f;
            result |= Math.round(((over >> shift & 0xff) * share + behind) / alpha) << shift;
        }
        return result;
    }

    /** The share 0..1 of {@code over} in {@code mixed}: where it lies on the way from {@code under} to {@code over}. */
    static float share(int under, int over, int mixed) {
        float along = 0;
        float length = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            float start = premultiplied(under, shift);
            float way = premultiplied(over, shift) - start;
            along += (premultiplied(mixed, shift) - start) * way;
            length += way * way;
        }
        return length < 1 ? 0 : Math.max(0, Math.min(1, along / length));
    }

    static float premultiplied(int argb, int shift) {
        int value = argb >>> shift & 0xff;
        return shift == 24 ? value : value * (argb >>> 24) / 255f;
    }
}
