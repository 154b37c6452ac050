package dev.pentimento.application;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Where new ids and the time come from. */
record Mint(Supplier<UUID> ids, InstantSource clock) {
    ConceptId conceptId() {
        return new ConceptId(ids.get());
    }

    VersionId versionId() {
        return new VersionId(ids.get());
    }

    JobId jobId() {
        return new JobId(ids.get());
    }

    BatchId batchId() {
        return new BatchId(ids.get());
    }

    CallId callId() {
        return new CallId(ids.get());
    }

    /** A name that nobody else has. */
    String name() {
        return ids.get().toString();
    }

    Instant now() {
        return clock.instant();
    }
}
