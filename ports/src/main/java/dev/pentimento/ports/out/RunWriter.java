package dev.pentimento.ports.out;

import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Run;

/** What can be done to the records about the loop within a transaction. */
public interface RunWriter extends RunReader {

    /** @throws IllegalArgumentException if its id is taken */
    void add(Batch batch);

    /**
     * Replaces the batch of the same id.
     *
     * @throws IllegalArgumentException if there is none
     */
    void replace(Batch batch);

    /** @throws IllegalArgumentException if its batch is not there, or has a prompt of that id */
    void add(Run run);

    /**
     * Replaces the run of the same batch and prompt.
     *
     * @param current as it is recorded; only what differs from it is written
     * @throws IllegalArgumentException if that is not there, or {@code next} is another
     */
    void replace(Run current, Run next);

    /** Keeps a checklist for whoever asks the same; where there is one already, that stays. */
    void keepChecklist(RequestHash request, Checklist checklist);

    /** @throws IllegalArgumentException if its batch is not there */
    void add(Mishap mishap);
}
