package dev.pentimento.testkit.paid;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Resumption;
import java.util.Map;
import java.util.Optional;

/** How images are ordered, and for how much: what editing and generating have in common. */
final class PaidAccount {
    private final PaidOrders orders;
    private final boolean queued;
    private final Cost price;

    /** @param price of one image */
    PaidAccount(PaidOrders orders, boolean queued, Cost price) {
        this.orders = orders;
        this.queued = queued;
        this.price = price;
    }

    MadeImages order(String path, Map<String, ?> fields, CallContext context) {
        return queued ? orders.enqueue(path, fields, context) : orders.placeAndWait(path, fields, context);
    }

    Optional<Resumption> resumption() {
        return queued ? Optional.of(this::resume) : Optional.empty();
    }

    private MadeImages resume(RemoteHandle handle, CallContext context) {
        return orders.resume(handle, context);
    }

    Cost estimate(int images) {
        return price.microUsd().isEmpty()
                ? Cost.unknown()
                : Cost.estimated(images * price.microUsd().getAsLong());
    }
}
