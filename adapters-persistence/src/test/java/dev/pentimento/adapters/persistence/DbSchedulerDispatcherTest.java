package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.JobDispatcherContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DbSchedulerDispatcherTest extends JobDispatcherContract {
    private final SqliteRecordsFactory factory = new SqliteRecordsFactory();

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init") // opened with the first dispatcher
    private Records records;

    @Override
    protected JobDispatcher dispatcher() {
        records = factory.open(home);
        return factory.dispatcher(records);
    }

    @Override
    protected JobDispatcher another() {
        return factory.dispatcher(records);
    }

    @Override
    protected void letGo() {
        records.close();
    }
}
