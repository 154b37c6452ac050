package dev.pentimento.benchmarks;

import dev.pentimento.adapters.persistence.SqliteRecordsFactory;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.RecordsFactory;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Records in SQLite that count their transactions. */
public final class CountedRecordsFactory implements RecordsFactory {
    static final String NAME = "counted";
    /** Of all homes since the start. */
    static final AtomicLong COMMITS = new AtomicLong();

    private final SqliteRecordsFactory sqlite = new SqliteRecordsFactory();

    private record Counted(Records kept) implements Records {
        @Override
        public <T> T read(Function<RecordReader, T> work) {
            return kept.read(work);
        }

        @Override
        public <T> T write(Function<RecordWriter, T> work) {
            T result = kept.write(work);
            COMMITS.incrementAndGet();
            return result;
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Records open(Path home) {
        return new Counted(sqlite.open(home));
    }

    @Override
    public JobDispatcher dispatcher(Records records) {
        return sqlite.dispatcher(((Counted) records).kept());
    }
}
