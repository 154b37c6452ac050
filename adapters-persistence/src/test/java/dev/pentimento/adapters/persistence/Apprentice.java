package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import dev.pentimento.ports.out.JobDispatcher.WorkerSettings;
import dev.pentimento.ports.out.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Takes jobs, says which, and never finishes one; its arguments are the home and the lease in milliseconds. */
final class Apprentice {
    private Apprentice() {}

    public static void main(String[] arguments) throws InterruptedException {
        SqliteRecordsFactory factory = new SqliteRecordsFactory();
        Records records = factory.open(Path.of(arguments[0]));
        JobDispatcher dispatcher = factory.dispatcher(records);
        Duration lease = Duration.ofMillis(Long.parseLong(arguments[1]));
        CountDownLatch never = new CountDownLatch(1);
        dispatcher.startWorkers(
                new WorkerSettings("apprentice", Set.of("lane"), 1, lease, Duration.ofMillis(100)), delivery -> {
                    System.out.println(delivery.job());
                    await(never);
                    return new Outcome.Done();
                });
        never.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
