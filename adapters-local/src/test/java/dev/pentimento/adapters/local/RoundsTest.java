package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against itself: what its critic misses, its writer words so that its generator and its editor do better. */
class RoundsTest {
    private static final int ROUNDS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void scenesGetBetterFromRoundToRound(int variants) {
        List<Rounds> scenes = TenScenes.ALL.stream()
                .map(scene -> Rounds.play(scene, variants, ROUNDS))
                .toList();

        assertThat(mean(scenes, ROUNDS))
                .as("mean best-so-far after the last round, %s", scenes)
                .isGreaterThan(mean(scenes, 1) + 0.03);
        assertThat(scenes.stream().filter(scene -> scene.best(ROUNDS) > scene.best(1) + 0.01))
                .as("scenes that got better, %s", scenes)
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(mean(scenes, ROUNDS)).isGreaterThan(0.85);
    }

    private static double mean(List<Rounds> scenes, int round) {
        return scenes.stream().mapToDouble(scene -> scene.best(round)).average().orElse(0);
    }
}
