package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.testkit.MutantTrial.Verdicts;
import org.junit.jupiter.api.Test;

/** Broken files are read or refused, and nothing else. */
interface ImageMutationPromises extends ImageCodecPromises {

    /** How many to show to the codec. */
    default int mutants() {
        return 1000;
    }

    /** Which ones. */
    default long seed() {
        return 20_261_120;
    }

    /** Mutants that no reader got far with would prove little, so some must have been read and many damaged. */
    @Test
    default void mutantsAreReadOrRefusedAndNothingElse() {
        Verdicts verdicts = new MutantTrial(codec(MutantTrial.LIMITS), seed()).of(mutants());

        assertThat(verdicts.read()).as("%s", verdicts).isGreaterThanOrEqualTo(mutants() / 20);
        assertThat(verdicts.refused().values()).as("%s", verdicts).anyMatch(count -> count > mutants() / 5);
    }
}
