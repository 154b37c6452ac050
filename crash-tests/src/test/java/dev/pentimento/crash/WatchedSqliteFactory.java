package dev.pentimento.crash;

import dev.pentimento.adapters.persistence.SqliteRecordsFactory;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.RecordsFactory;
import java.nio.file.Path;

/** The usual records and their dispatcher, with points at which the process may end. */
public final class WatchedSqliteFactory implements RecordsFactory {
    static final String NAME = "watched-sqlite";

    private final SqliteRecordsFactory sqlite = new SqliteRecordsFactory();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Records open(Path home) {
        return new WatchedRecords(sqlite.open(home));
    }

    @Override
    public JobDispatcher dispatcher(Records records) {
        return new WatchedDispatcher(sqlite.dispatcher(((WatchedRecords) records).watched()));
    }
}
