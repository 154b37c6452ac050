package dev.pentimento.ports.in;

import dev.pentimento.ports.out.WorkObserver;

/** Lets somebody see the work of this process while it goes on, such as metrics and traces. Safe for use by several threads. */
public interface ObserveWork {

    Observation handle(WorkObserver observer);

    /** Lasts until it is closed. */
    interface Observation extends AutoCloseable {
        @Override
        void close();
    }
}
