package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.RecordsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordsTest extends RecordsContract {
    @TempDir
    private Path home;

    private Records records;

    @BeforeEach
    void open() {
        records = new SqliteRecordsFactory().open(home);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Override
    public Records records() {
        return records;
    }
}
