package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.job.Lease;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The table {@code leaders} within one transaction. */
final class LeaderTable {
    private final Handle handle;

    LeaderTable(Handle handle) {
        this.handle = handle;
    }

    boolean lead(String task, Lease lease, Instant now) {
        return handle.createUpdate("""
                        insert into leaders (task, holder, until_ms) values (:task, :holder, :until)
                        on conflict do update set holder = excluded.holder, until_ms = excluded.until_ms
                        where holder = excluded.holder or until_ms <= :now""")
                        .bind("task", task)
                        .bind("holder", lease.holder())
                        .bind("until", lease.until().toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }
}
