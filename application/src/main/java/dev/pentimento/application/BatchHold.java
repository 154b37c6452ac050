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

/** One process has a batch in hand: it alone writes what becomes of its runs. Whoever was silent for the time of a lease may be followed by another. */
final class BatchHold implements AutoCloseable {
    private final Records records;
    private final BatchId batch;
    private final Duration lease;
    private final Mint mint;
    private final String holder;
    private final Halt halt = new Halt();
    private @Nullable Rounds rounds;

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

    Duration lease() {
        return lease;
    }

    /** Whether it is this process's now. */
    boolean take() {
        boolean taken = records.write(this::takeIn);
        if (taken) {
            rounds = Rounds.begin("pentimento-batch", lease.dividedBy(3), this::renew);
        }
        return taken;
    }

    private boolean takeIn(RecordWriter writer) {
        Instant now = mint.now();
        return writer.lead(task(), new Lease(holder, now.plus(lease)), now);
    }

    /** Part of a transaction that changes a run. */
    void require(RecordWriter writer) {
        if (!takeIn(writer)) {
            halt.callOff();
            throw new Lost(batch);
        }
    }

    private void renew() {
        boolean ours = records.write(this::takeIn);
        if (!ours || isCalledOff()) {
            halt.callOff();
        }
    }

    private boolean isCalledOff() {
        return records.<Boolean>read(this::isCalledOff);
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
            Instant now = mint.now();
            records.write(writer -> writer.lead(task(), new Lease(holder, now), now));
        }
    }
}
