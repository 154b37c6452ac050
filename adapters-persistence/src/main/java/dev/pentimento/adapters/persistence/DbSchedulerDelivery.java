package dev.pentimento.adapters.persistence;

import com.github.kagkarlsson.scheduler.HeartbeatState;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job in the hands of a thread, for as long as its heart beats. */
final class DbSchedulerDelivery implements Delivery {
    private final DispatchTable.Picked picked;
    private final HeartbeatState heart;
    private final String id;
    private volatile @Nullable Stop stop;

    DbSchedulerDelivery(DispatchTable.Picked picked, HeartbeatState heart, String worker) {
        this.picked = picked;
        this.heart = heart;
        this.id = worker + "/" + UUID.randomUUID();
    }

    DispatchTable.Picked picked() {
        return picked;
    }

    @Override
    public JobId job() {
        return picked.job();
    }

    @Override
    public String deliveryId() {
        return id;
    }

    @Override
    public int count() {
        return picked.count();
    }

    /**
     * A heartbeat that is merely late, or for which the records were too busy, is no reason to break off a paid call: nobody else gets the job before
     * the lease is over.
     */
    @Override
    public Optional<Stop> stop() {
        boolean lost = heart.getFailedHeartbeats() > 1 || heart.getFractionDead() >= 1;
        return lost ? Optional.of(Stop.LEASE_LOST) : Optional.ofNullable(stop);
    }

    void tell(Stop reason) {
        stop = reason;
    }
}
