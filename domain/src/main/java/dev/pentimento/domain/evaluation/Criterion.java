package dev.pentimento.domain.evaluation;

/** What is judged of every image, whatever it shows; each 0..10. */
public enum Criterion {
    COMPOSITION,
    TECHNICAL_QUALITY,
    AESTHETICS,
    STYLE_AND_MOOD,
    /** Only of images that show lettering. */
    TEXT_RENDERING;

    public static final double BEST = 10;
}
