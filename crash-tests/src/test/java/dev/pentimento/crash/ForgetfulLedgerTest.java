package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.crash.Trials.Halt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the suite notices when a protection is gone: without the mark before the first byte leaves, the same halts are paid twice. */
class ForgetfulLedgerTest {
    @TempDir
    private Path homes;

    @Test
    void halts() {
        List<Halt> essential = List.of(
                Halt.first(CommitPoint.ANSWERED, Mode.SYNC), Halt.first(CommitPoint.ANSWER_ARRIVING, Mode.QUEUE));
        List<Halt> all = new ArrayList<>(essential);
        all.add(Halt.first(CommitPoint.REQUEST_LEFT, Mode.SYNC));
        all.add(Halt.first(CommitPoint.IMAGE_STORED, Mode.SYNC));
        List<Halt> halts = Scale.of(all, essential, 0).toList();

        try (Trials trials = Trials.begin(homes, halts, Faults.FORGET + "=" + Faults.Protection.SENDING)) {
            assertThat(halts).allSatisfy(halt -> {
                Trials.Trial trial = trials.result(halt);
                assertThat(trial.problems())
                        .anySatisfy(problem -> assertThat(problem).startsWith("Billed twice"));
                assertThat(trial.bills()).isEqualTo(2);
            });
        }
    }
}
