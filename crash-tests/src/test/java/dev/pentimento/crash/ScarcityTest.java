package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.testkit.SmallDisk;
import dev.pentimento.testkit.paid.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full, or others hold the database. */
class ScarcityTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsOrderedThatCouldNotBeKept() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder, 60_000);
                Studio studio = Studio.open(disk.home(), Mode.SYNC)) {
            Job job = studio.submit(1, "more than there is room for");

            studio.finish();

            assertThat(studio.now(job).failed().orElseThrow().code()).isEqualTo(FailureCode.STORAGE);
            assertThat(studio.now(job).failed().orElseThrow().message()).contains("nothing was sent");
            assertThat(studio.vendor().connections()).isZero();
            assertThat(studio.callsOf(job)).isEmpty();
        }
    }

    /** That the test above notices when the protection is gone. */
    @Test
    void withoutALookAtTheDiskItIsOrdered() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder, 60_000);
                Studio studio = Studio.open(disk.home(), Mode.SYNC)) {
            Job job = studio.submit(1, "more than there is room for");

            try (WorkerProcess process =
                    studio.start(Working.ON_ALL_JOBS, Faults.FORGET + "=" + Faults.Protection.ROOM)) {
                studio.awaitFinal(job);
                process.dismiss();
            }

            assertThat(studio.bills()).isEqualTo(1);
        }
    }

    @Test
    void roomForOneResultIsNotPromisedTwice() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder, 120_000);
                Studio studio = Studio.open(disk.home(), Mode.SYNC)) {
            studio.vendor().next(Answer.image().gate(studio.gate()));
            Job first = studio.submit(1, "there is room for this");
            try (WorkerProcess process = studio.start(Working.ON_ALL_JOBS)) {
                studio.vendor().billing().awaitRequests(1);

                Job second = studio.submit(1, "and for this there is none");
                studio.awaitFinal(second);

                assertThat(studio.now(second).failed().orElseThrow().code()).isEqualTo(FailureCode.STORAGE);
                studio.openGate();
                studio.awaitFinal(first);
                assertThat(process.dismiss()).isZero();
            }
            assertThat(studio.now(first).status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(studio.bills()).isEqualTo(1);
        }
    }

    @Test
    void whoeverAsksWhileOthersHoldTheDatabaseIsToldSo() throws SQLException {
        try (Studio studio = Studio.open(folder, Mode.SYNC);
                Holder holder = Holder.of(studio)) {
            StorageFailure failure = catchThrowableOfType(StorageFailure.class, () -> studio.submit(1, "now, please"));

            assertThat(failure.reason()).isEqualTo(StorageFailure.Reason.BUSY);
            assertThat(studio.jobs()).as("readers go on").isEmpty();
            holder.letGo();
            studio.submit(1, "now, please");
        }
    }

    @Test
    void resultThatComesWhileOthersHoldTheDatabaseIsNotLost() throws SQLException {
        try (Studio studio = Studio.open(folder, Mode.SYNC)) {
            Job job = answeredWhileOthersHoldTheDatabase(studio);

            assertThat(studio.now(job).status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(studio.bills()).isEqualTo(1);
            assertThat(Audit.problems(studio, List.of())).isEmpty();
        }
    }

    /** That the test above notices when the protection is gone. */
    @Test
    void withoutInsistingTheResultIsPaidAndLost() throws SQLException {
        try (Studio studio = Studio.open(folder, Mode.SYNC)) {
            Job job = answeredWhileOthersHoldTheDatabase(studio, Faults.FORGET + "=" + Faults.Protection.INSISTENCE);

            assertThat(studio.now(job).status()).isEqualTo(JobStatus.FAILED);
            assertThat(studio.bills()).isEqualTo(1);
        }
    }

    /** The answer comes, and others let go of the database only when a writer would have given up. */
    private static Job answeredWhileOthersHoldTheDatabase(Studio studio, String... faults) throws SQLException {
        studio.vendor().next(Answer.image().gate(studio.gate()));
        Job job = studio.submit(1, "as soon as you can");
        try (WorkerProcess process = studio.start(Working.ON_ALL_JOBS, faults)) {
            studio.vendor().billing().awaitRequests(1);
            try (Holder holder = Holder.of(studio)) {
                studio.openGate();
                assertThat(process.endsWithin(Duration.ofSeconds(7)))
                        .as("longer than a writer waits")
                        .isFalse();
                holder.letGo();
            }
            studio.awaitFinal(job);
            assertThat(process.dismiss()).isZero();
        }
        return job;
    }

    /** Another program that has a transaction open. */
    private record Holder(Connection connection) implements AutoCloseable {
        static Holder of(Studio studio) throws SQLException {
            Holder holder = new Holder(DriverManager.getConnection("jdbc:sqlite:" + studio.database()));
            holder.execute("pragma busy_timeout = 60000");
            holder.execute("begin immediate");
            return holder;
        }

        void letGo() throws SQLException {
            execute("rollback");
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
