package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.loop.Reply;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code answers} within one transaction. */
final class AnswerTable {
    private final Handle handle;
    private final RowMapper<Reply> replies;

    AnswerTable(Handle handle, SqliteTrouble trouble) {
        this.handle = handle;
        this.replies = Row.mapper("Reply to", "call", trouble, row -> StoredReply.read(row.getBytes("bytes")));
    }

    Optional<byte[]> find(CallId call) {
        return handle.createQuery("select bytes from answers where call = :call")
                .bind("call", call.toString())
                .mapTo(byte[].class)
                .findOne();
    }

    Optional<Reply> reply(CallId call) {
        return handle.createQuery("select call, bytes from answers where call = :call")
                .bind("call", call.toString())
                .map(replies)
                .findOne();
    }

    /** Whether the call is there. */
    boolean keep(CallId call, byte[] answer) {
        return handle.createUpdate("""
                        insert into answers (call, bytes)
                        select id, :bytes from provider_calls where id = :call
                        on conflict do update set bytes = excluded.bytes""")
                        .bind("call", call.toString())
                        .bind("bytes", answer)
                        .execute()
                == 1;
    }
}
