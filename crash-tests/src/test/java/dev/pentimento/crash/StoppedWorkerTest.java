package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.job.Job;
import dev.pentimento.testkit.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process is stopped for longer than its lease, at a point; others do its job meanwhile; and then it goes on where it was, as if nothing had
 * happened.
 */
class StoppedWorkerTest {
    @TempDir
    private Path home;

    @BeforeEach
    void requireSignals() {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "Whether a process is stopped cannot be seen here");
    }

    static Stream<Arguments> points() {
        Arguments paid = arguments(CommitPoint.ANSWERED, Mode.SYNC, Fate.UNKNOWN_AND_PAID);
        Arguments accepted = arguments(CommitPoint.AFTER_ACCEPTED, Mode.QUEUE, Fate.DONE);
        List<Arguments> all = List.of(
                arguments(CommitPoint.AFTER_BEGUN, Mode.SYNC, Fate.DONE),
                arguments(CommitPoint.AFTER_SENDING, Mode.SYNC, Fate.UNKNOWN),
                paid,
                arguments(CommitPoint.AFTER_RESULT_STORED, Mode.SYNC, Fate.DONE),
                accepted,
                arguments(CommitPoint.ANSWERED, Mode.QUEUE, Fate.DONE));
        return Scale.of(all, List.of(paid, accepted), 1);
    }

    @ParameterizedTest
    @MethodSource("points")
    void whatItWritesWhenItGoesOnDoesNotCount(CommitPoint point, Mode mode, Fate fate) {
        try (Studio studio = Studio.open(home, mode)) {
            List<String> problems = stopAndGoOn(studio, stopAt(point));

            assertThat(problems).isEmpty();
            assertThat(studio.bills()).matches(fate::allows, "bills of " + fate);
            assertThat(studio.jobs()).allMatch(fate::isOf);
        }
    }

    /** That the suite notices when the protection is gone. */
    @Test
    void withoutFencesTheJobIsDoneTwice() {
        try (Studio studio = Studio.open(home, Mode.SYNC)) {
            List<String> problems = stopAndGoOn(
                    studio, stopAt(CommitPoint.AFTER_RESULT_STORED), Faults.FORGET + "=" + Faults.Protection.FENCE);

            assertThat(problems).anySatisfy(problem -> assertThat(problem).contains("say that they are its"));
        }
    }

    private static String stopAt(CommitPoint point) {
        return "%s=%s:1".formatted(Faults.STOP, point);
    }

    /** What the audit finds. */
    private static List<String> stopAndGoOn(Studio studio, String... faults) {
        Job job = studio.submit(1, "make it warmer");
        try (WorkerProcess process = studio.start(Working.ON_ALL_JOBS, faults)) {
            Patience.await(process::isStopped);
            studio.finish();

            process.goOn();

            assertThat(process.dismiss()).as("exit code").isZero();
            return Audit.problems(studio, List.of(job.id()));
        }
    }
}
