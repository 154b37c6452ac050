package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.app.cli.terminal.Surroundings;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.ports.failure.ProviderFailure;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Ctrl-C does to exports, imports, checks and replays. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongWorkTest {
    private static final Progress STEP = new Progress("Writing images", 1, 3);

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final FakeHome home = new FakeHome();
    private final Session session = new Session(
            new Surroundings(
                    InputStream.nullInputStream(),
                    new ByteArrayOutputStream(),
                    errors,
                    Map.of(),
                    Path.of("").toAbsolutePath(),
                    false,
                    false,
                    Clock::systemUTC,
                    action -> () -> {},
                    arguments -> {}),
            sources -> home);

    @AfterEach
    void runIsOver() {
        session.interruption().runIsOver();
    }

    @Test
    void resultIsHandedOn() {
        assertThat(new LongWork(session).<String>carryOut("Exporting", listener -> {
                    listener.accept(STEP);
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(errors).hasToString(" 33 % Writing images\n");
    }

    /** Without the interruption this would go on for ever. */
    @Test
    void interruptBreaksTheWorkOff() {
        assertThatExceptionOfType(ProviderFailure.Canceled.class)
                .isThrownBy(() -> new LongWork(session).carryOut("Exporting", listener -> {
                    interrupt();
                    while (true) {
                        listener.accept(STEP);
                    }
                }));
    }

    @Test
    void interruptCallsOffTheStepOfAReplayThatIsWorkedOn() {
        Job first = job();
        try (ReplayWatch watch = new ReplayWatch(session, new Failures(session), home.bench)) {
            watch.begins(first, 1, 2);
            interrupt();
            while (home.bench.canceled == null) {
                Thread.onSpinWait();
            }
            assertThat(home.bench.canceled.job()).isEqualTo(first.id());

            Job second = job();
            watch.begins(second, 2, 2);
            assertThat(home.bench.canceled.job()).isEqualTo(second.id());
        }
    }

    @Test
    void stepThatNobodyInterruptsIsNotCalledOff() {
        try (ReplayWatch watch = new ReplayWatch(session, new Failures(session), home.bench)) {
            watch.begins(job(), 1, 1);
        }

        session.interruption().happens(Cause.CTRL_C);
        assertThat(home.bench.canceled).isNull();
    }

    /** As the user does, on another thread, which waits for the run to end. */
    private void interrupt() {
        Thread user = new Thread(() -> session.interruption().happens(Cause.CTRL_C), "user");
        user.setDaemon(true);
        user.start();
    }

    private Job job() {
        home.bench.refine(
                home.bench.original,
                new Work.RefineVersion(
                        home.bench.original.id(),
                        List.of(),
                        new Refinement.PromptRefinement(new Instruction("make it warmer"), null),
                        Knobs.DEFAULT,
                        Brief.EMPTY));
        return home.bench.jobs.get(home.bench.jobs.size() - 1);
    }
}
