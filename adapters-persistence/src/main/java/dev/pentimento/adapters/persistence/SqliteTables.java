package dev.pentimento.adapters.persistence;

import org.jdbi.v3.core.Handle;

/** All tables within one transaction. */
record SqliteTables(
        ConceptTable concepts,
        VersionTable versions,
        JobTable jobs,
        TicketTable tickets,
        CallTable calls,
        AnswerTable answers,
        EventTable events,
        QuotaTable quotas,
        LeaderTable leaders,
        BatchTable batches,
        RunTable runs,
        MishapTable mishaps,
        SubmissionTable submissions,
        ApiKeyTable apiKeys) {

    static SqliteTables of(Handle handle, SqliteTrouble trouble) {
        return new SqliteTables(
                new ConceptTable(handle, trouble),
                new VersionTable(handle, trouble),
                new JobTable(handle, trouble),
                new TicketTable(handle, trouble),
                new CallTable(handle, trouble),
                new AnswerTable(handle, trouble),
                new EventTable(handle, trouble),
                new QuotaTable(handle),
                new LeaderTable(handle),
                new BatchTable(handle, trouble),
                new RunTable(handle, trouble),
                new MishapTable(handle, trouble),
                new SubmissionTable(handle),
                new ApiKeyTable(handle, trouble));
    }
}
