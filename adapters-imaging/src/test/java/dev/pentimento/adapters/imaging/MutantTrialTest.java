package dev.pentimento.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.testkit.MutantTrial;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The trial of mutants can be failed. */
class MutantTrialTest {
    private static final int FEW = 200;

    @Test
    void aCodecThatLetsExceptionsOutFails() {
        MutantTrial trial =
                new MutantTrial(TestCodecs.enforcing(TestCodecs.allBut(IntakeRule.FAILURES), MutantTrial.LIMITS), 1);

        assertThatThrownBy(() -> trial.of(FEW))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("Mutant \\d+ of seed 1 was neither read nor refused but ended in (?s).*");
    }

    @Test
    void aCodecThatTakesInTooMuchFails() {
        MutantTrial trial =
                new MutantTrial(TestCodecs.enforcing(TestCodecs.allBut(IntakeRule.SIDE), MutantTrial.LIMITS), 1);

        assertThatThrownBy(() -> trial.of(20 * FEW)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aCodecThatIsTooSlowFails() {
        MutantTrial trial =
                new MutantTrial(TestCodecs.enforcing(TestCodecs.allBut(), TestCodecs.within(Duration.ofNanos(1))), 1);

        assertThatThrownBy(() -> trial.of(FEW)).isInstanceOf(AssertionError.class);
    }

    @Test
    void theSameSeedMakesTheSameMutants() {
        MutantTrial.Verdicts first =
                new MutantTrial(TestCodecs.enforcing(TestCodecs.allBut(), MutantTrial.LIMITS), 7).of(FEW);
        MutantTrial.Verdicts second =
                new MutantTrial(TestCodecs.enforcing(TestCodecs.allBut(), MutantTrial.LIMITS), 7).of(FEW);

        assertThat(second).isEqualTo(first);
    }
}
