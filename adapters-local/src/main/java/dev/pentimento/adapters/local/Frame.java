package dev.pentimento.adapters.local;

/**
 * The part of a picture that holds its subject.
 *
 * @param share of the picture's sides that it needs, 0..1
 */
record Frame(float centreX, float centreY, float share) {

    /** Around everything that is not background; without a background the middle, as small as one likes. */
    static Frame aroundSubject(LabImage image) {
        Backdrop backdrop = Backdrop.of(image);
        if (!backdrop.isFound()) {
            return new Frame(image.width / 2f, image.height / 2f, 0);
        }
        int left = image.width;
        int right = -1;
        int top = image.height;
        int bottom = -1;
        for (int i = 0; i < image.l.length; i++) {
            if (!backdrop.contains(i)) {
                left = Math.min(left, i % image.width);
                right = Math.max(right, i % image.width);
                top = Math.min(top, i / image.width);
                bottom = Math.max(bottom, i / image.width);
            }
        }
        if (right < left) {
            return new Frame(image.width / 2f, image.height / 2f, 0);
        }
        float share = Math.max((right - left + 1f) / image.width, (bottom - top + 1f) / image.height);
        return new Frame((left + right + 1) / 2f, (top + bottom + 1) / 2f, share);
    }
}
