package dev.pentimento.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * How connections to the database are made and shared: one that writes, so that writers of this process queue instead of fighting for SQLite's
 * lock, and several that only read. None is opened before it is needed.
 */
final class SqliteDatabase implements AutoCloseable {
    private static final int MOST_READERS = 8;
    private static final long READER_IDLES_MILLIS = 60_000;

    private final HikariDataSource writer;
    private final HikariDataSource readers;

    SqliteDatabase(DataSource connections, Duration patience) {
        this.writer = new HikariDataSource(writer(connections, patience));
        this.readers = new HikariDataSource(readers(connections, patience));
    }

    /** Write-ahead logging, and every commit reaches the disk before it returns: the records must survive a power cut. */
    static DataSource connections(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false);
        boolean frozen = isFrozen(file);
        if (!frozen) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toUri() + (frozen ? "?immutable=1" : ""));
        return source;
    }

    /**
     * Whether SQLite must be told that nobody changes the file: it lies where we cannot put the log that reading would need, and nobody else has
     * a log there, so nobody has it open.
     */
    private static boolean isFrozen(Path file) {
        return Files.exists(file)
                && !Files.isWritable(file.resolveSibling("."))
                && !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    }

    HikariDataSource writer() {
        return writer;
    }

    HikariDataSource readers() {
        return readers;
    }

    /** The writer last, because the last connection tidies the log away. */
    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private static HikariConfig writer(DataSource connections, Duration patience) {
        HikariConfig config = pool("pentimento-writer", connections, patience);
        config.setMaximumPoolSize(1);
        config.setIdleTimeout(0);
        return config;
    }

    private static HikariConfig readers(DataSource connections, Duration patience) {
        HikariConfig config = pool("pentimento-readers", connections, patience);
        config.setMaximumPoolSize(MOST_READERS);
        config.setIdleTimeout(READER_IDLES_MILLIS);
        config.setConnectionInitSql("pragma query_only = 1");
        return config;
    }

    private static HikariConfig pool(String name, DataSource connections, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setConnectionTimeout(patience.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setMinimumIdle(0);
        config.setMaxLifetime(0);
        return config;
    }
}
