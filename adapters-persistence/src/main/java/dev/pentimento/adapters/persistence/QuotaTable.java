package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.quota.Quota;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables {@code quotas} and {@code quota_shares} within one transaction. */
final class QuotaTable {
    private final Handle handle;

    QuotaTable(Handle handle) {
        this.handle = handle;
    }

    int used(Quota quota) {
        return bind(handle.createQuery("""
                                select used from quotas where owner = :owner and kind = :kind and month = :month"""), quota)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    boolean reserve(Quota quota, JobId job, int limit) {
        return hasShare(job) || take(quota, job, limit);
    }

    private boolean hasShare(JobId job) {
        return handle.createQuery("select 1 from quota_shares where job = :job")
                .bind("job", job.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private boolean take(Quota quota, JobId job, int limit) {
        boolean free = bind(handle.createQuery("""
                                insert into quotas (owner, kind, month, used)
                                select :owner, :kind, :month, 1 where :limit > 0
                                on conflict do update set used = used + 1 where used < :limit
                                returning used"""), quota)
                .bind("limit", limit)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (free) {
            bind(handle.createUpdate("""
                                    insert into quota_shares (job, owner, kind, month, state)
                                    values (:job, :owner, :kind, :month, 'reserved')"""), quota).bind("job", job.toString()).execute();
        }
        return free;
    }

    void settle(JobId job) {
        handle.createUpdate("update quota_shares set state = 'settled' where job = :job")
                .bind("job", job.toString())
                .execute();
    }

    void release(JobId job) {
        handle.createUpdate("""
                        update quotas set used = used - 1
                        where (owner, kind, month) = (
                            select owner, kind, month from quota_shares where job = :job and state = 'reserved')""").bind("job", job.toString()).execute();
        handle.createUpdate("delete from quota_shares where job = :job and state = 'reserved'")
                .bind("job", job.toString())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Quota quota) {
        return statement
                .bind("owner", quota.owner().value())
                .bind("kind", quota.kind().label())
                .bind("month", quota.month().toString());
    }
}
