package dev.pentimento.adapters.web;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A daemon thread for each stream that somebody listens to: it waits most of the time. */
final class FlowThreads implements Executor {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void execute(Runnable task) {
        Thread thread = new Thread(task, "pentimento-stream-" + count.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
    }
}
