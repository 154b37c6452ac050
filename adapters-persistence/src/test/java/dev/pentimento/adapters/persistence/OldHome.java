package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A home as an older Pentimento left it. */
final class OldHome {
    private final Path folder;
    private final DataSource connections;

    private OldHome(Path folder, DataSource connections) {
        this.folder = folder;
        this.connections = connections;
    }

    /** Of the time when there were concepts, versions and jobs, and jobs ran in the process that had been asked. */
    static OldHome ofTheFoundation(Path folder) {
        return ofVersion(1, folder);
    }

    /** Of the time when the newest migration had this number. */
    static OldHome ofVersion(int version, Path folder) {
        DataSource connections = SqliteDatabase.connections(Home.open(folder).database(), Duration.ofSeconds(10));
        Flyway.configure(OldHome.class.getClassLoader())
                .dataSource(connections)
                .locations("classpath:dev/pentimento/adapters/persistence/sqlite")
                .target(String.valueOf(version))
                .loggers("slf4j")
                .load()
                .migrate();
        return new OldHome(folder, connections);
    }

    /** These tables are as they were then, and so is the way they are written. */
    OldHome with(Concept concept, List<Version> versions, List<Job> jobs) {
        SqliteTrouble trouble = new SqliteTrouble(folder);
        try (Handle handle = Jdbi.open(connections)) {
            handle.execute("begin immediate");
            add(handle, concept);
            new VersionTable(handle, trouble).add(versions);
            new JobTable(handle, trouble).add(jobs);
            handle.execute("commit");
        }
        return this;
    }

    /** Keys stood for jobs alone then. */
    OldHome with(String key, RequestHash request, Job job) {
        try (Handle handle = Jdbi.open(connections)) {
            handle.execute(
                    "insert into submissions (owner, key, request, job) values (?, ?, ?, ?)",
                    job.owner().value(),
                    key,
                    request.hex(),
                    job.id().toString());
        }
        return this;
    }

    /** Concepts had no art direction then. */
    private static void add(Handle handle, Concept concept) {
        handle.execute(
                "insert into concepts (id, owner, prompt, logo, theme, created_at) values (?, ?, ?, ?, ?, ?)",
                concept.id().toString(),
                concept.owner().value(),
                concept.brief().prompt(),
                concept.brief().logo(),
                concept.brief().theme(),
                concept.createdAt().toString());
    }
}
