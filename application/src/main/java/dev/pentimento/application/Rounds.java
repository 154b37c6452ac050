package dev.pentimento.application;

import dev.pentimento.ports.failure.StorageFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own, until it is closed. A round that fails is made up for by the next. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Runnable round;
    private final ScheduledExecutorService executor;

    private Rounds(String name, Runnable round) {
        this.name = name;
        this.round = round;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The first round is at once.
     *
     * @param name of the thread
     * @param pause between one round and the next
     */
    static Rounds atOnce(String name, Duration pause, Runnable round) {
        Rounds rounds = new Rounds(name, round);
        rounds.begin(Duration.ZERO, pause);
        return rounds;
    }

    /** The first round is after a pause, where there is nothing new to be seen before. */
    static Rounds afterPause(String name, Duration pause, Runnable round) {
        Rounds rounds = new Rounds(name, round);
        rounds.begin(pause, pause);
        return rounds;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round handles its failures itself
    private void begin(Duration first, Duration pause) {
        executor.scheduleWithFixedDelay(this::go, first.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void go() {
        try {
            round.run();
        } catch (StorageFailure e) {
            LOG.warn("{} has to leave out a round: {}", name, e.getMessage());
        } catch (LetGo e) {
            close();
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed in a round", name, e);
        }
    }

    /** Lets a round that is under way finish. */
    @Override
    public void close() {
        executor.shutdown();
    }
}
