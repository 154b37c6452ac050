package dev.pentimento.adapters.openai;

import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders that wait for the first one: until then nothing of OpenAI's library is loaded, which takes its time. Safe for use by several threads. */
final class LateOrders implements AutoCloseable {
    private final Supplier<Orders> making;
    private @Nullable Orders orders;

    LateOrders(Supplier<Orders> making) {
        this.making = making;
    }

    MadeImages place(Order order, CallContext context) {
        return made().place(order, context);
    }

    private synchronized Orders made() {
        if (orders == null) {
            orders = making.get();
        }
        return orders;
    }

    @Override
    public synchronized void close() {
        if (orders != null) {
            orders.close();
        }
    }
}
