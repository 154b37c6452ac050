package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.crash.Trials.Halt;
import dev.pentimento.crash.Trials.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that ends at a point, whichever it is, and what becomes of its job then.
 *
 * <p>{@code -Dcrash.full=true} goes through all points with both kinds of provider, and {@code -Dcrash.points=BEFORE_.*} through those of that name.
 */
class CommitPointTest {
    /** Where a mistake would cost money. */
    private static final List<Halt> ESSENTIAL = List.of(
            Halt.first(CommitPoint.BEFORE_SENDING, Mode.SYNC),
            Halt.first(CommitPoint.AFTER_SENDING, Mode.SYNC),
            Halt.first(CommitPoint.REQUEST_LEFT, Mode.SYNC),
            Halt.first(CommitPoint.BEFORE_ACCEPTED, Mode.QUEUE),
            Halt.first(CommitPoint.AFTER_ACCEPTED, Mode.QUEUE),
            Halt.first(CommitPoint.ANSWERED, Mode.SYNC),
            Halt.first(CommitPoint.AFTER_RESULT_STORED, Mode.SYNC),
            Halt.first(CommitPoint.AFTER_COMPLETED, Mode.SYNC));

    private static final int OTHERS = 4;

    @TempDir
    static Path homes;

    @SuppressWarnings("NullAway.Init") // begun before the first test
    private static Trials trials;

    /** All at once, because what takes long is to wait for the leases of the dead. */
    @BeforeAll
    static void begin() {
        System.out.println("crash.seed=" + Scale.SEED);
        trials = Trials.begin(homes, halts().toList());
    }

    @AfterAll
    static void end() {
        trials.close();
    }

    static Stream<Halt> halts() {
        String points = System.getProperty("crash.points");
        return points == null
                ? Scale.of(Halt.all().toList(), ESSENTIAL, OTHERS)
                : Halt.all().filter(halt -> halt.point().name().matches(points));
    }

    @ParameterizedTest
    @MethodSource("halts")
    void jobIsNeitherLostNorStuckNorDoneNorPaidTwice(Halt halt) {
        Trial trial = trials.result(halt);

        assertThat(trial.problems()).isEmpty();
        assertThat(trial.mismatches(halt.fate())).isEmpty();
    }
}
