package dev.pentimento.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What the disk alone costs: one small row a transaction, each synced as ours are, and small files, each synced and renamed into place. */
final class PlainCommits {
    private static final int ROW_BYTES = 400;
    private static final int FILE_BYTES = 200;

    private PlainCommits() {}

    /** In seconds. */
    static double commits(Path folder, long count) {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("plain-%d.db".formatted(count)));
        try (Connection connection = source.getConnection();
                Statement table = connection.createStatement()) {
            table.execute("create table rows (id integer primary key, content blob)");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (long i = 0; i < count; i++) {
                insert(connection, i);
                connection.commit();
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (SQLException e) {
            throw new IllegalStateException("The plain database failed", e);
        }
    }

    private static void insert(Connection connection, long id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into rows values (?, ?)")) {
            insert.setLong(1, id);
            insert.setBytes(2, new byte[ROW_BYTES]);
            insert.executeUpdate();
        }
    }

    /** In seconds. */
    static double files(Path folder, int count) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Path part = folder.resolve("plain-%d.part".formatted(i));
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.allocate(FILE_BYTES));
                file.force(true);
            }
            Files.move(part, folder.resolve("plain-%d.png".formatted(i)), StandardCopyOption.ATOMIC_MOVE);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
