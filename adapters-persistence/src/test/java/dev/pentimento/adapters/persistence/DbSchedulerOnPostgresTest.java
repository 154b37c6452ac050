package dev.pentimento.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.testkit.JobDispatcherContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The same class on a database that several write to at a time. */
class DbSchedulerOnPostgresTest extends JobDispatcherContract {
    private static EmbeddedPostgres server;
    private static HikariDataSource connections;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(canRun(), "There are binaries of PostgreSQL for Linux on x86-64 alone");
        server = EmbeddedPostgres.builder().start();
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.getPostgresDatabase());
        connections = new HikariDataSource(config);
        Jdbi.create(connections)
                .useHandle(handle -> handle.createScript(ClasspathSqlLocator.removingComments()
                                .getResource("dev/pentimento/adapters/persistence/dispatch-postgresql.sql"))
                        .execute());
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            connections.close();
            server.close();
        }
    }

    @Override
    protected JobDispatcher dispatcher() {
        return another();
    }

    @Override
    protected JobDispatcher another() {
        Jdbi jdbi = Jdbi.create(connections);
        DispatchTable table = new DispatchTable(
                jdbi, jdbi, Supplier::get, DispatchTable.Rows.LOCKED_ONE_BY_ONE, IllegalStateException::new);
        return new DbSchedulerDispatcher(connections, Runnable::run, table);
    }

    @Override
    protected void letGo() {
        Jdbi.create(connections).useHandle(handle -> handle.execute("delete from scheduled_tasks"));
    }

    private static boolean canRun() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }
}
