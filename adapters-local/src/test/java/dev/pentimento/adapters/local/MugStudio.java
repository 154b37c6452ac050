package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;

/** Photographs mugs that never were: marches rays through distance functions, with soft shadows and grain. */
final class MugStudio {
    private static final int STEPS = 90;
    private static final double FAR = 40;
    private static final double HIT = 0.0012;
    private static final int[][] SUBPIXELS = {{1, 3}, {3, 1}, {5, 7}, {7, 5}};

    private final Mug mug;
    private final Set set;
    private final Vec light = new Vec(-0.62, 0.72, -0.5).unit();

    private MugStudio(Mug mug, Set set) {
        this.mug = mug;
        this.set = set;
    }

    /** A terracotta mug on a wooden table in front of a wall. */
    static Raster product(ImageSize size) {
        return new MugStudio(new Mug(1.0, 2.05, new Vec(0.62, 0.22, 0.12), new Vec(0.90, 0.84, 0.74), false), Set.TABLE)
                .shoot(size);
    }

    /** A teal mug, taller and slimmer, on white paper. */
    static Raster reference(ImageSize size) {
        return new MugStudio(new Mug(0.86, 2.3, new Vec(0.05, 0.34, 0.37), new Vec(0.93, 0.80, 0.42), true), Set.PAPER)
                .shoot(size);
    }

    private Raster shoot(ImageSize size) {
        return Raster.generate(size, (x, y) -> {
            Vec sum = new Vec(0, 0, 0);
            for (int[] sub : SUBPIXELS) {
                sum = sum.plus(seen(ray(x + sub[0] / 8.0, y + sub[1] / 8.0, size)));
            }
            return developed(sum.times(1.0 / SUBPIXELS.length), x, y);
        });
    }

    private static Vec eye() {
        return new Vec(0, 3.1, -7.1);
    }

    private static Vec ray(double x, double y, ImageSize size) {
        double scale = 1.0 / Math.max(size.width(), size.height());
        double u = (x - size.width() / 2.0) * scale;
        double v = (size.height() / 2.0 - y) * scale;
        Vec forward = new Vec(0.05, 0.98, 0).minus(eye()).unit();
        Vec right = new Vec(0, 1, 0).cross(forward).unit();
        Vec up = forward.cross(right);
        return forward.times(1.45).plus(right.times(u)).plus(up.times(v)).unit();
    }

    private Vec seen(Vec direction) {
        double t = marched(eye(), direction, FAR);
        Vec point = eye().plus(direction.times(t));
        return t < FAR ? glaze(point, direction) : set.surface(eye(), direction, this);
    }

    /** Distance to the mug along a ray, or {@code most}. */
    private double marched(Vec from, Vec direction, double most) {
        double t = 0;
        for (int i = 0; i < STEPS && t < most; i++) {
            double d = mug.distance(from.plus(direction.times(t)));
            if (d < HIT) {
                return t;
            }
            t += d * 0.9;
        }
        return most;
    }

    private Vec glaze(Vec point, Vec direction) {
        Vec normal = mug.normal(point);
        Vec base = mug.colour(point);
        double facing = Math.max(0, normal.dot(light));
        double lit = facing * shadow(point.plus(normal.times(0.02)));
        double sky = 0.5 + 0.5 * normal.y();
        double closeness = openness(point, normal);
        Vec diffuse = base.times((0.95 * lit + (0.26 + 0.24 * sky) * closeness));
        Vec mirrored = direction.minus(normal.times(2 * direction.dot(normal)));
        double fresnel = 0.04 + 0.5 * Math.pow(1 - Math.max(0, -direction.dot(normal)), 4);
        double window =
                smooth(0.90, 0.97, mirrored.dot(light)) * 0.75 + Math.pow(Math.max(0, mirrored.dot(light)), 24) * 0.25;
        double gloss =
                fresnel * (0.35 + 0.45 * Math.max(0, mirrored.y())) * closeness + 0.55 * window * Math.min(1, lit * 3);
        return diffuse.plus(new Vec(1.0, 0.97, 0.92).times(gloss));
    }

    /** 0 = in full shadow .. 1; the closer a ray passes by the mug, the darker. */
    double shadow(Vec point) {
        double open = 1;
        double t = 0.04;
        for (int i = 0; i < 40 && t < 7; i++) {
            double d = mug.distance(point.plus(light.times(t)));
            open = Math.min(open, 0.5 + 0.5 * d / (0.16 * t));
            if (open < 0) {
                return 0;
            }
            t += Math.max(0.04, Math.min(0.3, Math.abs(d) * 0.8));
        }
        return open * open * (3 - 2 * open);
    }

    /** 0..1: how much of the sky a point sees, judged by the distances a little way off its surface. */
    double openness(Vec point, Vec normal) {
        double closed = 0;
        double weight = 1;
        for (int i = 1; i <= 5; i++) {
            double h = 0.09 * i;
            closed += weight * (h - mug.distance(point.plus(normal.times(h))));
            weight *= 0.72;
        }
        return Math.max(0, Math.min(1, 1 - 0.95 * closed));
    }

    static double smooth(double from, double to, double value) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    private int developed(Vec colour, int x, int y) {
        double grain = set.grain() * (ValueNoise.hash(x, y, 3) + ValueNoise.hash(x, y, 4) - 1);
        return 0xff000000
                | channel(colour.x(), grain) << 16
                | channel(colour.y(), grain) << 8
                | channel(colour.z(), grain);
    }

    /** A filmic shoulder, then the sRGB curve. */
    private static int channel(double light, double grain) {
        double shoulder = light < 0.6 ? light : 0.6 + 0.4 * (1 - Math.exp(-(light - 0.6) / 0.4));
        double curve = shoulder <= 0.0031308 ? 12.92 * shoulder : 1.055 * Math.pow(shoulder, 1 / 2.4) - 0.055;
        return (int) Math.round(Math.max(0, Math.min(1, curve + grain)) * 255);
    }

    /** Where the mug stands. */
    private enum Set {
        TABLE {
            @Override
            Vec surface(Vec eye, Vec direction, MugStudio studio) {
                double t = direction.y() < 0 ? -eye.y() / direction.y() : Double.MAX_VALUE;
                double z = eye.z() + t * direction.z();
                return t < 60 && z < BACK_EDGE
                        ? studio.shaded(eye.plus(direction.times(t)), wood(eye.x() + t * direction.x(), z))
                        : wall(direction);
            }

            @Override
            double grain() {
                return 0.010;
            }
        },
        PAPER {
            @Override
            Vec surface(Vec eye, Vec direction, MugStudio studio) {
                Vec paper = new Vec(0.80, 0.80, 0.79);
                double t = direction.y() < -0.02 ? -eye.y() / direction.y() : FAR;
                double near = 1 - smooth(9, 13, t);
                Vec shaded = studio.softlyShaded(eye.plus(direction.times(Math.min(t, 13))), paper);
                return shaded.times(near).plus(paper.times(1 - near));
            }

            @Override
            double grain() {
                return 0;
            }
        };

        private static final double BACK_EDGE = 5.2;

        abstract Vec surface(Vec eye, Vec direction, MugStudio studio);

        abstract double grain();

        private static Vec wood(double x, double z) {
            double plank = Math.floor(z / 2.1);
            double bend = 0.25 * ValueNoise.fractal(x * 0.3, z * 0.9, 3, 11);
            double rings = ValueNoise.fractal(x * 0.35 + plank * 17, (z + bend) * 5.5, 4, 12);
            double fibre = ValueNoise.fractal(x * 1.2, z * 40, 2, 13);
            double tone = 0.62 + 0.34 * rings + 0.10 * (fibre - 0.5) + 0.06 * ValueNoise.hash((int) plank, 0, 14);
            double seam = smooth(0, 0.035, Math.abs(z / 2.1 - Math.rint(z / 2.1)) * 2.1);
            return new Vec(0.42, 0.25, 0.13).times(tone * (0.55 + 0.45 * seam));
        }

        private static Vec wall(Vec direction) {
            double glow = 1 - 0.55 * Math.abs(direction.x() + 0.25) - 0.5 * Math.max(0, direction.y());
            double plaster = 0.985 + 0.03 * ValueNoise.fractal(direction.x() * 14, direction.y() * 14, 4, 15);
            return new Vec(0.50, 0.53, 0.50).times(Math.max(0.3, glow) * plaster);
        }
    }

    private Vec shaded(Vec point, Vec colour) {
        Vec up = new Vec(0, 1, 0);
        double falloff = 1 / (1 + 0.012 * (point.x() * point.x() + point.z() * point.z()));
        double lit = light.y() * shadow(point.plus(up.times(0.01))) * 1.15;
        return colour.times((lit + 0.42 * openness(point, up)) * falloff);
    }

    private Vec softlyShaded(Vec point, Vec colour) {
        double direct = 0.86 + 0.14 * shadow(point);
        double open = 0.8 + 0.2 * openness(point, new Vec(0, 1, 0));
        return colour.times(direct * open);
    }

    /**
     * A mug standing on y = 0.
     *
     * @param glaze linear light
     * @param band linear light of its stripe, or of its dots
     */
    private record Mug(double radius, double height, Vec glaze, Vec band, boolean dotted) {
        private static final double WALL = 0.085;

        double distance(Vec p) {
            double around = Math.hypot(p.x(), p.z());
            double body = rounded(around - radius, Math.abs(p.y() - height / 2) - height / 2, 0.09);
            double inside = rounded(around - radius + WALL, Math.abs(p.y() - height / 2 - 0.14) - height / 2, 0.05);
            double cup = smoothMost(body, -inside, 0.05);
            return smoothLeast(cup, Math.max(handle(p), radius - 0.03 - around), 0.09);
        }

        private double handle(Vec p) {
            double x = p.x() - radius - 0.02;
            double y = (p.y() - height * 0.53) / 1.18;
            double ring = Math.hypot(x, y) - height * 0.255;
            return Math.hypot(ring, p.z() * 0.8) - 0.125;
        }

        private static double rounded(double across, double up, double round) {
            double a = across + round;
            double b = up + round;
            return Math.min(Math.max(a, b), 0) + Math.hypot(Math.max(a, 0), Math.max(b, 0)) - round;
        }

        private static double smoothLeast(double a, double b, double k) {
            double h = Math.max(k - Math.abs(a - b), 0) / k;
            return Math.min(a, b) - h * h * k / 4;
        }

        private static double smoothMost(double a, double b, double k) {
            return -smoothLeast(-a, -b, k);
        }

        Vec normal(Vec p) {
            double e = 0.0015;
            return new Vec(
                            distance(p.plus(new Vec(e, 0, 0))) - distance(p.plus(new Vec(-e, 0, 0))),
                            distance(p.plus(new Vec(0, e, 0))) - distance(p.plus(new Vec(0, -e, 0))),
                            distance(p.plus(new Vec(0, 0, e))) - distance(p.plus(new Vec(0, 0, -e))))
                    .unit();
        }

        Vec colour(Vec p) {
            double around = Math.hypot(p.x(), p.z());
            if (around < radius - 0.04) {
                return p.y() < height - 0.28 ? new Vec(0.075, 0.032, 0.014) : band.times(0.92);
            }
            double share = around > radius + 0.03 ? 0 : dotted ? dots(p) : stripe(p);
            double speckle = 0.94 + 0.12 * ValueNoise.fractal(p.x() * 9 + 40, p.y() * 9 + p.z() * 9, 3, 21);
            return glaze.times((1 - share) * speckle).plus(band.times(share));
        }

        private double stripe(Vec p) {
            double wide = smooth(0.30, 0.31, p.y() / height) - smooth(0.50, 0.51, p.y() / height);
            double thin = smooth(0.545, 0.552, p.y() / height) - smooth(0.575, 0.582, p.y() / height);
            return wide + thin;
        }

        private double dots(Vec p) {
            double turn = Math.atan2(p.x(), -p.z()) / (2 * Math.PI) * 14;
            double row = p.y() / 0.36;
            double u = turn + 0.5 * (Math.floor(row) % 2);
            double du = (u - Math.rint(u)) * 0.385 * radius / 0.86;
            double dv = (row - Math.floor(row) - 0.5) * 0.36;
            double onBody = smooth(0.1, 0.2, p.y()) - smooth(height - 0.24, height - 0.22, p.y());
            return onBody * (1 - smooth(0.062, 0.074, Math.hypot(du, dv)));
        }
    }

    /** A place or direction: x to the right, y up, z away from the eye. */
    record Vec(double x, double y, double z) {
        Vec plus(Vec o) {
            return new Vec(x + o.x, y + o.y, z + o.z);
        }

        Vec minus(Vec o) {
            return new Vec(x - o.x, y - o.y, z - o.z);
        }

        Vec times(double s) {
            return new Vec(x * s, y * s, z * s);
        }

        double dot(Vec o) {
            return x * o.x + y * o.y + z * o.z;
        }

        Vec cross(Vec o) {
            return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
        }

        Vec unit() {
            return times(1 / Math.sqrt(dot(this)));
        }
    }
}
