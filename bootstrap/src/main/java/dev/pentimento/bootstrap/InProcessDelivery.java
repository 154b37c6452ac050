package dev.pentimento.bootstrap;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import dev.pentimento.ports.spi.WaitingLine;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job in the hands of a thread. */
final class InProcessDelivery implements Delivery {
    private final WaitingLine.Turn turn;
    private final String id = UUID.randomUUID().toString();
    private volatile @Nullable Stop stop;

    InProcessDelivery(WaitingLine.Turn turn) {
        this.turn = turn;
    }

    @Override
    public JobId job() {
        return turn.job();
    }

    @Override
    public String deliveryId() {
        return id;
    }

    @Override
    public int count() {
        return turn.count();
    }

    @Override
    public Optional<Stop> stop() {
        return Optional.ofNullable(stop);
    }

    void tell(Stop reason) {
        stop = reason;
    }
}
