package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several threads fill a disk to the brim, sharing their commits. */
@Timeout(120)
class FullDiskTest {
    private static final String LONG = "long ".repeat(20_000);

    private final AtomicInteger kept = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void everybodyIsToldAndWhatWasToldToBeKeptIsThere() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder, 12_000)) {
            Path reserve = Files.write(folder.resolve("reserve"), new byte[4 << 20]);
            try (Records records = new SqliteRecordsFactory().open(disk.home())) {
                for (int times = 0; times < 20; times++) {
                    List<StorageFailure> failures = Crowd.of(8, () -> writeUntilItFails(records));

                    assertThat(failures)
                            .extracting(StorageFailure::reason)
                            .containsOnly(StorageFailure.Reason.DISK_FULL);
                }
                Files.delete(reserve);
                write(records);

                List<Concept> there = records.read(reader -> reader.concepts(UserId.LOCAL));
                assertThat(there).hasSize(kept.get());
            }
        }
    }

    private StorageFailure writeUntilItFails(Records records) {
        while (true) {
            StorageFailure failure = catchThrowableOfType(StorageFailure.class, () -> write(records));
            if (failure != null) {
                return failure;
            }
        }
    }

    private void write(Records records) {
        Concept known = Fixtures.aConcept();
        records.write(writer -> {
            writer.add(new Concept(known.id(), UserId.LOCAL, new Brief(LONG, "", ""), known.createdAt()));
            return known;
        });
        kept.incrementAndGet();
    }
}
