package dev.pentimento.bootstrap;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.out.JobDispatcher.Dispatch;
import dev.pentimento.ports.out.JobDispatcher.JobHandler;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import dev.pentimento.ports.out.JobDispatcher.WorkerSettings;
import dev.pentimento.ports.out.JobDispatcher.Workers;
import dev.pentimento.ports.spi.WaitingLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Threads that work on the jobs of one line. Each is started when there is a job and nobody free for it, and ends when it was idle for long. */
final class InProcessWorkers implements Workers {
    private final long idleNanos;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final WaitingLine line = new WaitingLine();
    private final Map<JobId, InProcessDelivery> inHand = new HashMap<>();
    private @Nullable Crew crew;
    private boolean stopped;
    private boolean refusing;
    private int threads;
    private int idle;

    /** @param longIdle after which a thread ends */
    InProcessWorkers(Duration longIdle) {
        this.idleNanos = longIdle.toNanos();
    }

    /** Who works, and how. */
    private record Crew(WorkerSettings settings, JobHandler handler) {}

    void add(Dispatch dispatch) {
        guarded(() -> {
            if (refusing) {
                throw new IllegalStateException(
                        "Job %s came after the dispatcher was closed".formatted(dispatch.job()));
            }
            line.add(dispatch);
            summon();
        });
    }

    void start(WorkerSettings settings, JobHandler handler) {
        guarded(() -> {
            if (crew != null || refusing) {
                throw new IllegalStateException("Workers can be started once only, and not after the end");
            }
            crew = new Crew(settings, handler);
            summon();
        });
    }

    void cancel(JobId job) {
        guarded(() -> Optional.ofNullable(inHand.get(job)).ifPresent(delivery -> delivery.tell(Stop.CANCEL_SIGNALLED)));
    }

    /** Takes no more dispatches. */
    void refuse() {
        guarded(() -> refusing = true);
    }

    @Override
    public void drain(Duration patience) {
        guarded(() -> {
            inHand.values().forEach(delivery -> delivery.tell(Stop.SHUTTING_DOWN));
            finish(TimeUnit.NANOSECONDS.convert(patience));
            inHand.clear(); // nobody waits for them any more
        });
    }

    @Override
    public void close() {
        guarded(() -> finish(Long.MAX_VALUE));
    }

    /** An interrupt ends the waiting; the work itself goes on. */
    private void finish(long patienceNanos) {
        stopped = true;
        changed.signalAll();
        try {
            long left = patienceNanos;
            while (!inHand.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sees to it that somebody looks at the line. */
    private void summon() {
        if (crew == null || stopped) {
            return;
        }
        if (idle > 0) {
            changed.signalAll();
        } else if (threads < crew.settings().concurrency()) {
            begin(crew);
        }
    }

    private void begin(Crew mates) {
        threads++;
        Thread worker = new Thread(() -> work(mates), "pentimento-worker-" + threads);
        worker.setDaemon(true);
        worker.start();
    }

    private void work(Crew mates) {
        InProcessDelivery delivery = next(mates);
        while (delivery != null) {
            handle(mates.handler(), delivery);
            delivery = next(mates);
        }
    }

    private void handle(JobHandler handler, InProcessDelivery delivery) {
        try {
            Outcome outcome = handler.handle(delivery);
            guarded(() -> settle(delivery.job(), outcome));
        } catch (RuntimeException | Error e) {
            guarded(() -> failed(delivery.job()));
        } finally {
            Thread.interrupted(); // meant for this handler, not for the next
        }
    }

    private void settle(JobId job, Outcome outcome) {
        inHand.remove(job);
        if (outcome instanceof Outcome.Retry retry) {
            line.retry(job, retry.notBefore());
        } else {
            line.done(job);
        }
        changed.signalAll();
    }

    private void failed(JobId job) {
        inHand.remove(job);
        line.failed(job, Instant.now(), ThreadLocalRandom.current().nextDouble());
        changed.signalAll();
    }

    /** The next delivery; null when the thread is not needed any more. */
    private @Nullable InProcessDelivery next(Crew mates) {
        lock.lock();
        try {
            while (!stopped) {
                Optional<WaitingLine.Turn> turn = line.take(mates.settings().lanes(), Instant.now());
                if (turn.isPresent()) {
                    return deliver(turn.get(), mates);
                }
                if (!awaitWork(mates)) {
                    break;
                }
            }
            threads--;
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Whoever takes a job summons somebody for the next. */
    private InProcessDelivery deliver(WaitingLine.Turn turn, Crew mates) {
        InProcessDelivery delivery = new InProcessDelivery(turn);
        inHand.put(turn.job(), delivery);
        if (line.nextDue(mates.settings().lanes()).isPresent()) {
            summon();
        }
        return delivery;
    }

    /** Whether it is worth looking again: no, when nothing came for long and nothing is going to be due. */
    @SuppressWarnings("WaitNotInLoop") // the caller looks again
    private boolean awaitWork(Crew mates) {
        Optional<Instant> due = line.nextDue(mates.settings().lanes());
        long nanos = due.map(moment -> TimeUnit.NANOSECONDS.convert(Duration.between(Instant.now(), moment)))
                .orElse(idleNanos);
        idle++;
        try {
            // what comes when the time is just over is left to this thread as well
            return changed.awaitNanos(nanos) > 0
                    || line.nextDue(mates.settings().lanes()).isPresent();
        } catch (InterruptedException e) {
            return true; // nobody has a reason to; look again
        } finally {
            idle--;
        }
    }

    private void guarded(Runnable deed) {
        lock.lock();
        try {
            deed.run();
        } finally {
            lock.unlock();
        }
    }
}
