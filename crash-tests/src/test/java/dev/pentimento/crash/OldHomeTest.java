package dev.pentimento.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.persistence.SqliteRecordsFactory;
import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A home as the foundation wrote it, which had no queue: a job that completed, one that failed, one in the midst of which its process was killed, one
 * that had not begun, and one that was called off, in this order.
 */
class OldHomeTest {
    @TempDir
    private Path home;

    @BeforeEach
    void unpack() throws IOException {
        InputStream packed = Objects.requireNonNull(getClass().getResourceAsStream("home-of-the-foundation.zip"));
        try (ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.copy(zip, file);
            }
        }
    }

    @Test
    void whatWasLeftOpenIsDoneAndTheRestStaysAsItIs() {
        Settings settings = Settings.defaults().with("home", home.toString()).with("jobs.lease", Studio.LEASE);
        Pentimento pentimento = Pentimento.open(settings);
        try {
            Patience.await(() -> jobs().stream().allMatch(Job::isFinal));

            assertThat(jobs())
                    .extracting(Job::status)
                    .containsExactly(
                            JobStatus.COMPLETED,
                            JobStatus.FAILED,
                            JobStatus.COMPLETED,
                            JobStatus.COMPLETED,
                            JobStatus.CANCELED);
            assertThat(jobs()).extracting(Job::attempt).containsExactly(1, 1, 2, 1, 1);
            assertThat(jobs().get(2).completed().orElseThrow().versions()).hasSize(3);
        } finally {
            pentimento.close();
        }
    }

    /** Oldest first. */
    private List<Job> jobs() {
        try (Records records = new SqliteRecordsFactory().open(home)) {
            return records.read(reader -> reader.latestJobs(UserId.LOCAL, 100)).stream()
                    .sorted((one, other) -> one.createdAt().compareTo(other.createdAt()))
                    .toList();
        }
    }
}
