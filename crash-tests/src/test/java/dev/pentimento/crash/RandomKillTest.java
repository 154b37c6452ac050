package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that are killed at random moments, with a vendor that is slow, silent, broken or unwilling now and then.
 *
 * <p>{@code -Dcrash.kills=60} kills so many with each kind of provider instead of 4, and {@code -Dcrash.seed=1} does what was done before.
 */
class RandomKillTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 4);

    /** What hangs must not hang for long. */
    private static final Map<String, String> SETTINGS = Map.of("providers.paid.timeout", "4s");

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void nothingIsLostNorStuckNorDoneNorPaidTwice(Mode mode) {
        try (Studio studio = Studio.open(home, mode, SETTINGS)) {
            Siege.Outcome outcome = Siege.lay(studio, KILLS, Scale.SEED);

            System.out.println("crash.seed=%d, %s".formatted(Scale.SEED, outcome.figures()));
            assertThat(outcome.problems()).as("crash.seed=%d", Scale.SEED).isEmpty();
        }
    }

    /** That the suite notices when a protection is gone; for the full form, as a few random kills may well miss the moment. */
    @Test
    @EnabledIfSystemProperty(named = "crash.full", matches = "true")
    void withoutTheMarkBeforeSendingSomethingIsPaidTwice() {
        try (Studio studio = Studio.open(home, Mode.SYNC, SETTINGS)) {
            Siege.Outcome outcome =
                    Siege.lay(studio, KILLS, Scale.SEED, Faults.FORGET + "=" + Faults.Protection.SENDING);

            System.out.println("crash.seed=%d, without the mark, %s".formatted(Scale.SEED, outcome.figures()));
            assertThat(outcome.problems())
                    .as("crash.seed=%d", Scale.SEED)
                    .anyMatch(problem -> problem.startsWith("Billed twice"));
        }
    }
}
