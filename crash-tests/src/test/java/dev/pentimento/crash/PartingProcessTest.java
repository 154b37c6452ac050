package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process does that is asked to end ({@code kill}) while work is under way and more is waiting. */
class PartingProcessTest {
    private static final int TERMINATED = 143;
    private static final Map<String, String> ONE_AFTER_THE_OTHER = Map.of("jobs.workers", "1");

    @TempDir
    private Path home;

    @Test
    void finishesWhatOnlyItCanWaitForAndBeginsNothingNew() {
        try (Studio studio = Studio.open(home, Mode.SYNC, ONE_AFTER_THE_OTHER);
                WorkerProcess process = begin(studio)) {
            process.askToEnd();
            assertThat(process.endsWithin(Duration.ofSeconds(2)))
                    .as("before the answer")
                    .isFalse();
            studio.openGate();

            assertThat(process.end()).isEqualTo(TERMINATED);
            assertThat(studio.jobs()).extracting(Job::status).containsExactly(JobStatus.PENDING, JobStatus.COMPLETED);
            assertThat(studio.vendor().billing().requests()).hasSize(1);
            finishAll(studio);
        }
    }

    /** That the test above notices when the protection is gone: what was ordered is paid, and nobody is there to take it. */
    @Test
    void withoutWaitingForTheAnswerThePaidPictureIsLost() {
        try (Studio studio = Studio.open(home, Mode.SYNC, ONE_AFTER_THE_OTHER);
                WorkerProcess process = begin(studio, Faults.FORGET + "=" + Faults.Protection.FAREWELL)) {
            process.askToEnd();
            assertThat(process.end()).isEqualTo(TERMINATED);
            studio.openGate();

            studio.finish();

            assertThat(studio.jobs()).extracting(Job::status).containsExactly(JobStatus.COMPLETED, JobStatus.FAILED);
            assertThat(studio.callsOf(studio.jobs().get(1))).containsExactly(CallStatus.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void leavesWhatTheVendorGoesOnWithToTheNextProcess() {
        try (Studio studio = Studio.open(home, Mode.QUEUE, ONE_AFTER_THE_OTHER);
                WorkerProcess process = begin(studio)) {
            Job underWay = studio.jobs().get(1);
            studio.awaitCall(underWay, CallStatus.ACCEPTED);

            process.askToEnd();

            assertThat(process.end()).isEqualTo(TERMINATED);
            assertThat(studio.jobs()).extracting(Job::status).containsExactly(JobStatus.PENDING, JobStatus.PENDING);
            assertThat(studio.callsOf(underWay)).containsExactly(CallStatus.ACCEPTED);
            studio.openGate();
            finishAll(studio);
        }
    }

    /** A call is under way, and another job waits. */
    private static WorkerProcess begin(Studio studio, String... faults) {
        studio.vendor().next(Answer.image().gate(studio.gate()));
        studio.submit(1, "the first");
        WorkerProcess process = studio.start(Working.ON_ALL_JOBS, faults).awaitReady();
        studio.vendor().billing().awaitRequests(1);
        Job second = studio.submit(1, "the second");
        Patience.await(() -> studio.now(second).status() == JobStatus.PENDING);
        return process;
    }

    private static void finishAll(Studio studio) {
        studio.finish();
        assertThat(studio.jobs()).extracting(Job::status).containsOnly(JobStatus.COMPLETED);
        assertThat(studio.bills()).isEqualTo(2);
        assertThat(studio.vendor().billing().requests()).hasSize(2);
        assertThat(Audit.problems(studio, List.of())).isEmpty();
    }
}
