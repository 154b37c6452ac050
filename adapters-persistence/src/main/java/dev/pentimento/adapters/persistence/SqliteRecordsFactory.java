package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.RecordsFactory;
import java.nio.file.Path;
import java.time.Duration;

/** Records in one SQLite database, {@code pentimento.db} in the home. */
public final class SqliteRecordsFactory implements RecordsFactory {
    /** How long a transaction waits for its turn before it fails as busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Records open(Path home) {
        return SqliteRecords.open(Home.open(home), PATIENCE);
    }

    @Override
    public JobDispatcher dispatcher(Records records) {
        if (records instanceof SqliteRecords sqlite) {
            return sqlite.dispatcher();
        }
        throw new IllegalArgumentException("These are no records in SQLite: " + records);
    }
}
