package dev.pentimento.bootstrap;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs each task on a daemon thread of its own: tasks that wait for a network, and are few. */
final class ThreadPerTask implements Executor {
    private final String name;
    private final AtomicInteger number = new AtomicInteger();

    ThreadPerTask(String name) {
        this.name = name;
    }

    @Override
    public void execute(Runnable task) {
        Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
    }
}
