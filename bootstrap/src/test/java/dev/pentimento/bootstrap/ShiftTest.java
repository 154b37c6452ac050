package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.in.CountOpenJobs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShiftTest {
    @TempDir
    private Path home;

    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Boolean> onDuty = new ArrayList<>();

    @Test
    void lastsUntilNothingIsLeftToDo() throws InterruptedException {
        open.addAll(List.of(2, 1, 0));

        last();

        assertThat(open).isEmpty();
        assertThat(duty().isKept()).isFalse();
    }

    /** Whoever submitted it saw us on duty and went away. */
    @Test
    void jobThatComesAtTheVeryEndIsNotLeftAlone() throws InterruptedException {
        open.addAll(List.of(0, 1, 0, 0));

        last();

        assertThat(open).isEmpty();
        assertThat(onDuty).containsExactly(true, false, true, false);
    }

    @Test
    void recordsThatCannotBeReadAreNoSignOfCalm() throws InterruptedException {
        open.addAll(List.of(-1, 0, -1, 0, 0));

        last();

        assertThat(open).isEmpty();
    }

    @Test
    void interruptEndsIt() {
        open.add(1);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(this::last);
    }

    private void last() throws InterruptedException {
        Duty duty = duty();
        duty.begin();
        try {
            new Shift(duty, this::look).last(Duration.ZERO);
        } finally {
            duty.end();
        }
    }

    private CountOpenJobs.Count look() {
        onDuty.add(duty().isKept());
        int next = open.isEmpty() ? 0 : open.remove();
        if (next < 0) {
            throw new StorageFailure(StorageFailure.Reason.BUSY, "The database is busy", null);
        }
        return new CountOpenJobs.Count(next, 0);
    }

    private Duty duty() {
        return new Duty(home);
    }
}
