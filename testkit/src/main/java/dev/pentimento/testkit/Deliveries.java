package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What reached the handlers of a dispatcher, and the handlers themselves; every wait of theirs has an end. */
public final class Deliveries {
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Set<Object> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();

    /** A handler that is done at once. */
    public Outcome done(Delivery delivery) {
        queue.add(delivery);
        return new Outcome.Done();
    }

    /** A handler that takes until {@link #release}. */
    public Outcome heldUp(Delivery delivery) {
        held.incrementAndGet();
        queue.add(delivery);
        try {
            await(released);
        } finally {
            held.decrementAndGet();
        }
        return new Outcome.Done();
    }

    /** A handler that is done with every {@code times}-th delivery. */
    public Outcome retried(Delivery delivery, Instant notBefore, int times) {
        queue.add(delivery);
        return retries.incrementAndGet() % times == 0 ? new Outcome.Done() : new Outcome.Retry(notBefore, "in a test");
    }

    /** Whether the job comes for the first time. */
    public boolean isFirst(Delivery delivery) {
        return seen.add(delivery.job());
    }

    public boolean isHeldUp() {
        return held.get() > 0;
    }

    /** Lets those go on that are held up, now and from now on. */
    public void release() {
        released.countDown();
    }

    /** Waits for the next one. */
    public Delivery next() {
        return within(Duration.ofSeconds(PATIENCE_SECONDS))
                .orElseThrow(() -> new AssertionError("Nothing was delivered within %d s".formatted(PATIENCE_SECONDS)));
    }

    public List<Delivery> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    /** The next one, if it comes in time. */
    public Optional<Delivery> within(Duration time) {
        try {
            return Optional.ofNullable(queue.poll(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a delivery", e);
        }
    }

    public static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
