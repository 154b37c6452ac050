package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.identity.VersionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final Selection.Judge NEVER = (first, second) -> {
        throw new AssertionError("The scores are clear");
    };

    private static Candidate scored(double overall) {
        return new Candidate(new VersionId(UUID.randomUUID()), overall);
    }

    @Test
    void highestScoreWinsWithoutAJudge() {
        Candidate best = scored(0.8);

        assertThat(Selection.of(null, List.of(scored(0.5), best, scored(0.7))).winner(NEVER))
                .isEqualTo(best);
    }

    @Test
    void scoresWithinTwoHundredthsAreLeftToTheJudge() {
        Candidate high = scored(0.80);
        Candidate near = scored(0.78);
        Candidate far = scored(0.77);
        Selection selection = Selection.of(null, List.of(far, near, high));

        assertThat(selection.contenders()).containsExactly(high, near);
        assertThat(selection.winner((first, second) -> true)).isEqualTo(near);
        assertThat(selection.winner((first, second) -> false)).isEqualTo(high);
    }

    @Test
    void bestSoFarGivesWayToNoneThatScoresLess() {
        Candidate best = scored(0.80);

        assertThat(Selection.of(best, List.of(scored(0.79))).winner(NEVER)).isEqualTo(best);
    }

    @Test
    void bestSoFarStaysAmongEquals() {
        Candidate best = scored(0.8);
        Candidate equal = scored(0.8);

        assertThat(Selection.of(best, List.of(equal)).winner((first, second) -> false))
                .isEqualTo(best);
        assertThat(Selection.of(best, List.of(equal)).winner((first, second) -> true))
                .isEqualTo(equal);
    }

    @Test
    void whatIsEqualButForRoundingIsCompared() {
        Candidate best = scored(0.1 + 0.2);
        Candidate equal = scored(0.3);

        assertThat(Selection.of(best, List.of(equal)).contenders()).containsExactly(best, equal);
    }

    @Test
    void ofNothingNothingIsSelected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Selection.of(null, List.of()));
    }

    /** Whatever the judge says, which is as often wrong as right here. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bestSoFarNeverFalls(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            Candidate best = null;
            for (int iteration = 0; iteration < 6; iteration++) {
                List<Candidate> fresh = new ArrayList<>();
                for (int i = 0, count = 1 + random.nextInt(5); i < count; i++) {
                    fresh.add(scored(random.nextInt(101) / 100.0));
                }
                Candidate next = Selection.of(best, fresh).winner((first, second) -> random.nextBoolean());
                double before = best == null ? 0 : best.overall();
                assertThat(next.overall()).as("seed %d, run %d", seed, run).isGreaterThanOrEqualTo(before);
                best = next;
            }
        }
    }
}
