package dev.pentimento.adapters.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Runs the migrations that are missing. Several processes may do so at once: each waits for the one before it. */
final class SqliteMigration {
    private static final String SCRIPTS = "classpath:dev/pentimento/adapters/persistence/sqlite";

    private SqliteMigration() {}

    static void run(DataSource connections, SqliteTrouble trouble) {
        try {
            Flyway.configure(SqliteMigration.class.getClassLoader())
                    .dataSource(connections)
                    .locations(SCRIPTS)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw trouble.of(e);
        }
    }
}
