package dev.pentimento.ports.spi;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.out.JobDispatcher.Dispatch;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, for dispatchers that keep their jobs in memory: what waits, what is being worked on, and that no job is there twice.
 *
 * <p>Not safe for use by several threads.
 */
public final class WaitingLine {
    private static final Comparator<Place> IN_TURN = Comparator.comparing((Place place) -> place.dispatch.priority())
            .thenComparingLong(place -> place.dispatch.turn())
            .thenComparing(place -> place.dispatch.notBefore());

    private final Map<JobId, Place> waiting = new LinkedHashMap<>();
    private final Map<JobId, Place> atWork = new HashMap<>();

    /**
     * A job in the line.
     *
     * @param deliveries so far
     * @param failures how often in a row its handler threw
     * @param again how it was dispatched while it was being worked on
     */
    private record Place(
            Dispatch dispatch,
            int deliveries,
            int failures,
            @Nullable Dispatch again) {
        static Place of(Dispatch dispatch) {
            return new Place(dispatch, 0, 0, null);
        }

        Place taken() {
            return new Place(dispatch, deliveries + 1, failures, null);
        }

        Place comingAgain(Dispatch next) {
            return new Place(dispatch, deliveries, failures, again == null ? next : merged(again, next));
        }

        Place moved(Dispatch next) {
            return new Place(merged(dispatch, next), deliveries, failures, again);
        }

        Place back(Instant notBefore, int failuresNow) {
            Dispatch later = at(dispatch, notBefore);
            return new Place(again == null ? later : merged(later, again), deliveries, failuresNow, null);
        }

        boolean isIn(Set<String> lanes) {
            return lanes.contains(dispatch.lane());
        }

        private static Dispatch merged(Dispatch one, Dispatch next) {
            Instant earlier = one.notBefore().isBefore(next.notBefore()) ? one.notBefore() : next.notBefore();
            return new Dispatch(one.job(), next.lane(), one.priority(), one.turn(), earlier);
        }

        private static Dispatch at(Dispatch one, Instant notBefore) {
            return new Dispatch(one.job(), one.lane(), one.priority(), one.turn(), notBefore);
        }
    }

    /**
     * A job whose turn it is.
     *
     * @param count of its deliveries, this one included
     */
    public record Turn(JobId job, int count) {}

    public void add(Dispatch dispatch) {
        JobId job = dispatch.job();
        if (atWork.computeIfPresent(job, (id, place) -> place.comingAgain(dispatch)) == null) {
            waiting.merge(job, Place.of(dispatch), (place, fresh) -> place.moved(dispatch));
        }
    }

    /** Takes who goes first of those that are due; it is being worked on from now on. */
    public Optional<Turn> take(Set<String> lanes, Instant now) {
        return in(lanes)
                .filter(place -> !place.dispatch.notBefore().isAfter(now))
                .min(IN_TURN)
                .map(this::start);
    }

    /** When the next one will be due; empty if none waits. */
    public Optional<Instant> nextDue(Set<String> lanes) {
        return in(lanes).map(place -> place.dispatch.notBefore()).min(Comparator.naturalOrder());
    }

    /** It is done, unless it was dispatched again meanwhile. */
    public void done(JobId job) {
        Place place = finished(job);
        if (place.again != null) {
            add(place.again);
        }
    }

    /** It waits again. */
    public void retry(JobId job, Instant notBefore) {
        waiting.put(job, finished(job).back(notBefore, 0));
    }

    /**
     * It waits again, the longer the more often its handler threw.
     *
     * @param chance see {@link Backoff#after}
     */
    public void failed(JobId job, Instant now, double chance) {
        Place place = finished(job);
        int failures = place.failures + 1;
        waiting.put(job, place.back(now.plus(Backoff.OF_JOBS.after(failures, chance)), failures));
    }

    private Stream<Place> in(Set<String> lanes) {
        return waiting.values().stream().filter(place -> place.isIn(lanes));
    }

    private Turn start(Place place) {
        JobId job = place.dispatch.job();
        waiting.remove(job);
        atWork.put(job, place.taken());
        return new Turn(job, place.deliveries + 1);
    }

    private Place finished(JobId job) {
        Place place = atWork.remove(job);
        if (place == null) {
            throw new IllegalStateException("Job %s is not being worked on".formatted(job));
        }
        return place;
    }
}
