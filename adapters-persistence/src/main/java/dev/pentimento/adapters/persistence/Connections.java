package dev.pentimento.adapters.persistence;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A pool, and the way to speak to its connections. */
record Connections(HikariDataSource pool, Jdbi jdbi) {
    static Connections of(HikariDataSource pool) {
        return new Connections(pool, KeptStatements.jdbi(pool));
    }

    Handle open() {
        return jdbi.open();
    }

    /** Where that fails, SQLite has rolled back by itself or the connection is broken; either way it is not used again. */
    void rollBack(Handle handle, Throwable failure) {
        try {
            handle.execute("rollback");
        } catch (RuntimeException | Error e) {
            pool.evictConnection(handle.getConnection());
            suppress(e, failure);
        }
    }

    /** The machine may have one failure for all want of memory. */
    static void suppress(Throwable further, Throwable failure) {
        if (further != failure) {
            failure.addSuppressed(further);
        }
    }
}
