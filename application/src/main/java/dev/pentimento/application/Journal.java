package dev.pentimento.application;

import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.out.WorkObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Changes the records together with the events that tell of it; who listens hears of them as soon as they are kept. */
final class Journal {
    /** As each waits for up to 5 seconds, about a minute. */
    private static final int MOST_TRIES = 12;

    private final Records records;
    private final EventFeed feed;
    private final Observers observers;
    private final Mint mint;
    private volatile boolean ended;

    Journal(Records records, EventFeed feed, Observers observers, Mint mint) {
        this.records = records;
        this.feed = feed;
        this.observers = observers;
        this.mint = mint;
    }

    /** One transaction, as far as its events go. */
    final class Entry {
        private final RecordWriter writer;
        private final List<JobEvent> noted = new ArrayList<>();
        private final List<RecordedEvent> recorded = new ArrayList<>();
        private final List<ProviderCall> moved = new ArrayList<>();
        private final List<Runnable> undoing = new ArrayList<>();
        private final Map<RunningJob, Boolean> ours = new HashMap<>();

        private Entry(RecordWriter writer) {
            this.writer = writer;
        }

        RecordWriter writer() {
            return writer;
        }

        void note(JobEvent event) {
            noted.add(event);
        }

        /** A call to a provider has a new state. */
        void moved(ProviderCall call) {
            moved.add(call);
        }

        /** What happened to a job that its worker has not told yet; of no interest from a worker that has lost the job. */
        void tell(RunningJob job) {
            List<JobEvent> untold = job.untold();
            undoing.add(() -> job.tellAgain(untold));
            if (isOurs(job)) {
                untold.forEach(this::note);
            }
        }

        /** Whether the job was this worker's when that was first asked in this transaction, in which nobody else can take it. */
        boolean isOurs(RunningJob job) {
            return ours.computeIfAbsent(job, asked -> asked.isOurs(writer));
        }

        private void keepEvents() {
            recorded.addAll(writer.append(noted, mint.now()));
        }
    }

    /** From now on nothing is written any more: the home is about to be closed, and whoever still works is let go. */
    void end() {
        ended = true;
    }

    /** @throws LetGo after the end */
    <T> T write(Function<Entry, T> work) {
        requireOpen();
        List<Entry> entries = new ArrayList<>();
        T result;
        try {
            result = records.write(writer -> {
                Entry entry = new Entry(writer);
                entries.add(entry);
                T done = work.apply(entry);
                entry.keepEvents();
                return done;
            });
        } catch (RuntimeException | Error e) {
            entries.forEach(entry -> entry.undoing.forEach(Runnable::run));
            requireOpen();
            throw e;
        }
        entries.forEach(this::publish);
        return result;
    }

    private void publish(Entry entry) {
        feed.publish(entry.recorded);
        observers.tell(entry.recorded, WorkObserver::recorded);
        observers.tell(entry.moved, WorkObserver::moved);
    }

    /** As {@link #write}, for what a worker must not keep to itself: while others hold the records it is tried again and again. */
    <T> T insist(Function<Entry, T> work) {
        for (int left = MOST_TRIES; true; left--) {
            try {
                return write(work);
            } catch (StorageFailure e) {
                if (e.reason() != StorageFailure.Reason.BUSY || left == 1) {
                    throw e;
                }
            }
        }
    }

    /** @throws LetGo after the end */
    Records records() {
        requireOpen();
        return records;
    }

    private void requireOpen() {
        if (ended) {
            throw new LetGo();
        }
    }
}
