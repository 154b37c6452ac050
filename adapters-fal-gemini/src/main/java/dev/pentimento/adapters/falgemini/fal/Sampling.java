package dev.pentimento.adapters.falgemini.fal;

import org.jspecify.annotations.Nullable;

/**
 * What is left to chance.
 *
 * @param seed null = fal's choice
 * @param images how many
 */
record Sampling(@Nullable Long seed, int images) {
    /** fal takes no larger seeds. */
    private static final long SEEDS = 1L << 31;

    static Sampling of(@Nullable Long seed, int images) {
        return new Sampling(seed, images);
    }

    /** One image is what every endpoint makes that is told nothing. */
    Input in(Input input) {
        if (seed != null) {
            input.offer(Endpoint.SEED, String.valueOf(Math.floorMod(seed, SEEDS)));
        }
        return images == 1 ? input.offer(Endpoint.COUNT, "1") : input.put(Endpoint.COUNT, String.valueOf(images));
    }
}
