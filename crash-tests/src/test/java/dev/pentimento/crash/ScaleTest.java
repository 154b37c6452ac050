package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.crash.Trials.Halt;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    @Test
    void whatIsEssentialIsAlwaysRunAndTheSameIsDrawnFromOneSeed() {
        for (long seed = 0; seed < 20; seed++) {
            List<Integer> drawn = Scale.drawn(ALL, List.of(3, 7), 2, seed);

            assertThat(drawn).hasSize(4).contains(3, 7).isSorted();
            assertThat(Scale.drawn(ALL, List.of(3, 7), 2, seed)).isEqualTo(drawn);
        }
    }

    @Test
    void everythingIsDrawnSoonerOrLater() {
        Set<Integer> drawn = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            drawn.addAll(Scale.drawn(ALL, List.of(3, 7), 2, seed));
        }

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void everyPointIsInTheFullForm() {
        assertThat(Halt.all().map(Halt::point)).containsAll(Arrays.asList(CommitPoint.values()));
    }
}
