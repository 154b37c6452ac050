package dev.pentimento.application;

import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.in.FollowEvents.OfConcept;
import dev.pentimento.ports.in.FollowEvents.OfJob;
import dev.pentimento.ports.in.FollowEvents.Scope;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Passes recorded events on to those who follow them. What this process records is passed on at once; for what others record the tables are looked
 * at, once for all subscribers of a job or concept, and only while there are any. Safe for use by several threads.
 */
final class EventFeed {
    private static final int PAGE = 500;
    private static final long NOT_CAUGHT_UP = -1;

    private final Records records;
    private final Duration poll;
    private final Map<Scope, Tail> tails = new ConcurrentHashMap<>();
    private @Nullable Rounds looking;

    /** @param poll how long an event may stay unseen that another process recorded */
    EventFeed(Records records, Duration poll) {
        this.records = records;
        this.poll = poll;
    }

    /** Those who follow one scope, and how far they were told. */
    private static final class Tail {
        private final List<Subscriber> subscribers = new ArrayList<>();
        private long newest = NOT_CAUGHT_UP;

        synchronized void publish(Scope scope, RecordedEvent event) {
            caughtUp(scope.number(event));
            subscribers.forEach(subscriber -> subscriber.offer(event));
        }

        synchronized long newest() {
            return newest;
        }

        synchronized void caughtUp(long number) {
            newest = Math.max(newest, number);
        }
    }

    void publish(List<RecordedEvent> events) {
        if (!tails.isEmpty()) {
            events.forEach(this::publish);
        }
    }

    private void publish(RecordedEvent event) {
        publish(new OfJob(event.event().job()), event);
        publish(new OfConcept(event.concept()), event);
    }

    private void publish(Scope scope, RecordedEvent event) {
        Tail tail = tails.get(scope);
        if (tail != null) {
            tail.publish(scope, event);
        }
    }

    Subscriber subscribe(Scope scope, long after) {
        Subscriber subscriber = new Subscriber(this, scope, after);
        tails.compute(scope, (key, known) -> {
            Tail tail = known == null ? new Tail() : known;
            synchronized (tail) {
                tail.subscribers.add(subscriber);
            }
            return tail;
        });
        look();
        return subscriber;
    }

    /** A subscriber has read the past up to the given number; from there on it relies on being told. */
    void caughtUp(Scope scope, long number) {
        Tail tail = tails.get(scope);
        if (tail != null) {
            tail.caughtUp(number);
        }
    }

    void unsubscribe(Subscriber subscriber) {
        tails.computeIfPresent(subscriber.scope(), (key, tail) -> {
            synchronized (tail) {
                tail.subscribers.remove(subscriber);
                return tail.subscribers.isEmpty() ? null : tail;
            }
        });
        lookNoMore();
    }

    /** Up to a page of those after the given number. */
    List<RecordedEvent> read(Scope scope, long after) {
        return records.read(reader -> read(reader, scope, after));
    }

    private static List<RecordedEvent> read(RecordReader reader, Scope scope, long after) {
        return scope.match(
                job -> reader.events(job.job(), after, PAGE), concept -> reader.events(concept.concept(), after, PAGE));
    }

    private synchronized void look() {
        if (looking == null) {
            looking = Rounds.afterPause("pentimento-events", poll, () -> tails.forEach(this::lookAt));
        }
    }

    private synchronized void lookNoMore() {
        if (tails.isEmpty() && looking != null) {
            looking.close();
            looking = null;
        }
    }

    private void lookAt(Scope scope, Tail tail) {
        long newest = tail.newest();
        if (newest != NOT_CAUGHT_UP) {
            read(scope, newest).forEach(event -> tail.publish(scope, event));
        }
    }
}
