package dev.pentimento.domain.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.VersionId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a score was added up, it compares as the number of thousandths that it is meant to be. */
class ScoresTest {
    private static final int TIE = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sumsCompareAsTheNumbersTheyAreMeantToBe(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            int first = random.nextInt(1_001);
            int second = Math.max(0, Math.min(1_000, first + random.nextInt(-TIE - 1, TIE + 2)));
            double one = sum(first, random);
            double other = sum(second, random);
            String where = "seed %d, run %d: %d and %d".formatted(seed, run, first, second);

            assertThat(Scores.isAtLeast(one, other)).as(where).isEqualTo(first >= second);
            assertThat(Scores.isGain(one, other)).as(where).isEqualTo(second - first >= TIE);
            assertThat(Scores.isTie(one, other)).as(where).isEqualTo(second - first <= TIE);
            assertThat(Scores.falling().compare(scored(one), scored(other)))
                    .as(where)
                    .isEqualTo(Integer.compare(second, first));
        }
    }

    private static Candidate scored(double overall) {
        return new Candidate(new VersionId(new UUID(0, 1)), overall);
    }

    /** So many thousandths, in one of the ways in which scores come about. */
    private static double sum(int thousandths, Random random) {
        double share = random.nextInt(1, 10) / 10.0;
        double whole = thousandths / 1_000.0;
        double part = whole * random.nextDouble();
        return List.of(whole, share * whole + (1 - share) * whole, part + (whole - part))
                .get(random.nextInt(3));
    }
}
