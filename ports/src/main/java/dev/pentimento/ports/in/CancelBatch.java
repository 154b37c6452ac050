package dev.pentimento.ports.in;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;

/**
 * Calls a batch off, whichever process has it in hand. Nothing new is begun; what was sent already is waited for and kept, as it is paid; what is done
 * stays. The batch can go on later.
 */
public interface CancelBatch {

    /** @throws dev.pentimento.ports.failure.UnknownReference if there is no such batch */
    void handle(Command command);

    /** Which one. */
    record Command(UserId owner, BatchId batch) {}
}
