package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many ask for work at the same moment, from threads and processes that share a home. */
class LimitsTest {
    @TempDir
    private Path home;

    @Test
    void ofFiftyWhoAskAtOnceExactlyOneIsAccepted() {
        Map<String, String> one = Map.of("limits.local.active-per-user", "1");
        try (Studio studio = Studio.open(home, Mode.SYNC, one)) {
            List<String> answers = crowdOf(studio, 25);

            assertThat(answers).hasSize(50);
            assertThat(Collections.frequency(answers, "accepted")).isEqualTo(1);
            assertThat(Collections.frequency(answers, "AlreadyActive")).isEqualTo(49);
            assertThat(studio.jobs()).hasSize(1);
        }
    }

    @Test
    void ofSixtyWhoAskAtOnceExactlyTenGetAQuotaOfTen() {
        Map<String, String> ten = Map.of("limits.local.refine-per-month", "10");
        try (Studio studio = Studio.open(home, Mode.SYNC, ten)) {
            List<String> answers = crowdOf(studio, 30);

            assertThat(answers).hasSize(60);
            assertThat(Collections.frequency(answers, "accepted")).isEqualTo(10);
            assertThat(Collections.frequency(answers, "QuotaExhausted")).isEqualTo(50);
            assertThat(studio.jobs()).hasSize(10);
            assertThat(used(studio)).isEqualTo(10);
        }
    }

    @Test
    void ofSixtyWhoAskAtOnceExactlyTenFindRoomInAQueueOfTen() {
        Map<String, String> ten = Map.of("jobs.max-waiting", "10", "limits.local.refine-per-month", "100");
        try (Studio studio = Studio.open(home, Mode.SYNC, ten)) {
            List<String> answers = crowdOf(studio, 30);

            assertThat(answers).hasSize(60);
            assertThat(Collections.frequency(answers, "accepted")).isEqualTo(10);
            assertThat(Collections.frequency(answers, "QueueFull")).isEqualTo(50);
            assertThat(studio.jobs()).hasSize(10);
            assertThat(used(studio)).isEqualTo(10);
        }
    }

    @Test
    void quotaOfJobsThatFailedForNothingIsThereAgain() {
        Map<String, String> ten = Map.of("limits.local.refine-per-month", "10");
        try (Studio studio = Studio.open(home, Mode.SYNC, ten)) {
            studio.vendor().next(Collections.nCopies(7, Answer.moderated()).toArray(Answer[]::new));
            crowdOf(studio, 30);

            studio.finish();

            assertThat(ended(studio, FailureCode.REFUSED)).isEqualTo(7);
            assertThat(used(studio)).isEqualTo(3);
            assertThat(studio.bills()).isEqualTo(3);
        }
    }

    @Test
    void budgetOfADayIsSpentToTheLastCallByTwoProcessesAndNotBeyond() {
        spentByTwoProcesses("budget.per-day-usd");
    }

    @Test
    void budgetOfAUserAndMonthIsSpentToTheLastCallByTwoProcessesAndNotBeyond() {
        spentByTwoProcesses("budget.per-user-per-month-usd");
    }

    private void spentByTwoProcesses(String budget) {
        try (Studio studio = Studio.open(home, Mode.SYNC, Map.of(budget, "0.20", "jobs.workers", "8"))) {
            Crowd.of(16, () -> studio.submit(1, "one of many"));

            List<WorkerProcess> processes =
                    List.of(studio.start(Working.ON_ALL_JOBS), studio.start(Working.ON_ALL_JOBS));
            Patience.await(studio::isAtRest);
            processes.forEach(WorkerProcess::dismiss);

            assertThat(studio.bills()).isEqualTo(5);
            assertThat(ended(studio, FailureCode.QUOTA_EXHAUSTED)).isEqualTo(11);
            assertThat(Audit.problems(studio, List.of())).isEmpty();
        }
    }

    @Test
    void budgetOfAJobIsSpentByItsCandidatesToTheLastCallAndNotBeyond() {
        try (Studio studio = Studio.open(home, Mode.SYNC, Map.of("budget.per-job-usd", "0.08"))) {
            Job job = studio.submit(4, "four of a kind");

            studio.finish();

            assertThat(studio.bills()).isEqualTo(2);
            assertThat(studio.now(job).completed().orElseThrow().versions()).hasSize(2);
        }
    }

    @Test
    void budgetOfCallsThatCostNothingIsThereAgain() {
        try (Studio studio = Studio.open(home, Mode.SYNC, Map.of("budget.per-day-usd", "0.20"))) {
            studio.vendor().next(Collections.nCopies(8, Answer.moderated()).toArray(Answer[]::new));
            Stream.generate(() -> "refused").limit(8).forEach(prompt -> studio.submit(1, prompt));
            studio.finish();
            Stream.generate(() -> "welcome").limit(6).forEach(prompt -> studio.submit(1, prompt));

            studio.finish();

            assertThat(ended(studio, FailureCode.REFUSED)).isEqualTo(8);
            assertThat(studio.bills()).isEqualTo(5);
            assertThat(ended(studio, FailureCode.QUOTA_EXHAUSTED)).isEqualTo(1);
        }
    }

    /** Half of them in a process of their own, half in this one. */
    private static List<String> crowdOf(Studio studio, int half) {
        try (WorkerProcess process = studio.start(Working.ON_NOTHING)) {
            process.awaitReady();
            process.tell("crowd " + half);
            List<String> answers = new ArrayList<>(crowdHere(studio, half));
            answers.addAll(List.of(process.answer().split(" ", -1)));
            process.dismiss();
            return answers;
        }
    }

    private static List<String> crowdHere(Studio studio, int size) {
        Pentimento here = studio.open(Working.ON_NOTHING);
        try {
            return Crowd.of(size, () -> here.refineImage().handle(Orders.refine(1, "one of a crowd"))).stream()
                    .map(LimitsTest::shown)
                    .toList();
        } finally {
            here.close();
        }
    }

    private static String shown(RefineImage.Submission submission) {
        return submission instanceof RefineImage.Accepted
                ? "accepted"
                : submission.getClass().getSimpleName();
    }

    private static int used(Studio studio) {
        return studio.read(reader -> reader.used(Quota.at(UserId.LOCAL, WorkKind.REFINE, Instant.now())));
    }

    private static long ended(Studio studio, FailureCode code) {
        return studio.jobs().stream()
                .filter(job -> job.status() == JobStatus.FAILED)
                .filter(job -> job.failed().orElseThrow().code() == code)
                .count();
    }
}
