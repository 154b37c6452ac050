package dev.pentimento.application;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One process has a batch in hand: it alone writes what becomes of its runs. Whoever was silent for the time of a lease may be followed by another, and
 * decides nothing any more when he comes back, even if that one is done: the batch names its holder.
 */
final class BatchHold implements AutoCloseable {
    /** How long it stays unseen that the batch was called off by another process. */
    private static final Duration UNSEEN = Duration.ofSeconds(1);

    private final Records records;
    private final BatchId batch;
    private final Duration lease;
    private final Mint mint;
    private final String holder;
    private final Halt halt = new Halt();
    private @Nullable Rounds rounds;
    private @Nullable Rounds looks;

    BatchHold(Records records, BatchId batch, Duration lease, Mint mint) {
        this.records = records;
        this.batch = batch;
        this.lease = lease;
        this.mint = mint;
        this.holder = mint.name();
    }

    /** Another process has the batch in hand: what this one still learns is in the ledger, and it decides nothing any more. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(BatchId batch) {
            super("Batch %s is in the hand of another process".formatted(batch), null, false, false);
        }
    }

    Halt halt() {
        return halt;
    }

    /** The name to be written into the batch. */
    String holder() {
        return holder;
    }

    /** Whether it is this process's now. */
    boolean take() {
        return records.<Boolean>write(this::takeIn);
    }

    /** To be called when the batch names its holder; from then on the lease is renewed. */
    void keep() {
        rounds = Rounds.afterPause("pentimento-batch", lease.dividedBy(3), this::renew);
        looks = Rounds.afterPause("pentimento-batch-look", UNSEEN, this::look);
    }

    private void look() {
        if (records.<Boolean>read(this::isCalledOff)) {
            halt.callOff();
        }
    }

    private boolean takeIn(RecordWriter writer) {
        Instant now = mint.now();
        return writer.lead(task(), new Lease(holder, now.plus(lease)), now);
    }

    /** Part of a transaction that changes a run. It asks whether somebody else has come, and leaves the lease to those who renew it. */
    void require(RecordWriter writer) {
        if (!writer.isInHand(batch, task(), holder)) {
            halt.callOff();
            throw new Lost(batch);
        }
    }

    private void renew() {
        boolean goesOn = records.write(writer -> isOurs(writer) && takeIn(writer));
        if (!goesOn) {
            halt.callOff();
        }
    }

    /** A batch that is not recorded yet is whoever's takes it. */
    private boolean isOurs(RecordReader reader) {
        return reader.batch(batch).map(known -> known.isHeldBy(holder)).orElse(true);
    }

    private boolean isCalledOff(RecordReader reader) {
        return reader.batch(batch).filter(Batch::calledOff).isPresent();
    }

    private String task() {
        return "batch " + batch;
    }

    /** Others need not wait for the lease to end. */
    @Override
    public void close() {
        if (rounds != null) {
            rounds.close();
        }
        if (looks != null) {
            looks.close();
        }
        Instant now = mint.now();
        records.write(writer -> isOurs(writer) && writer.lead(task(), new Lease(holder, now), now));
    }
}
