package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the events of a job say about its stages; to be told of all of them, in order. For one thread. */
public final class Stages {
    private static final double MILLIS = 1000.0;
    private static final String RUNNING = "RUNNING";
    private static final String COMPLETED = "COMPLETED";
    private static final String FAILED = "FAILED";

    private final Map<String, StageDocument> documents = new LinkedHashMap<>();
    private final Map<String, Instant> starts = new LinkedHashMap<>();

    /** In the order in which they began, as they are now. */
    public List<StageDocument> all() {
        return List.copyOf(documents.values());
    }

    /** The one that is being worked on; null if none is. */
    public @Nullable String current() {
        return running().map(StageDocument::stageName).findFirst().orElse(null);
    }

    private Stream<StageDocument> running() {
        return documents.values().stream().filter(stage -> stage.status().equals(RUNNING));
    }

    /** What an event makes of its stage; null if it is about none, or leaves it as it is. */
    public @Nullable StageDocument hear(RecordedEvent recorded) {
        JobEvent event = recorded.event();
        if (event.kind() == JobEvent.Kind.ENDED) {
            endAll(event, recorded.at());
        }
        if (event.stage().isEmpty()) {
            return null;
        }
        return switch (event.kind()) {
            case STARTED -> started(event, recorded.at());
            case COMPLETED -> ended(event, recorded.at(), COMPLETED);
            case SKIPPED -> ended(event, recorded.at(), "SKIPPED");
            case FAILED -> ended(event, recorded.at(), FAILED);
            default -> null;
        };
    }

    private StageDocument started(JobEvent event, Instant at) {
        starts.put(event.stage(), at);
        return put(new StageDocument(
                event.stage(), order(event), RUNNING, Timestamps.of(at), null, null, message(event), null));
    }

    /** With a job ends what it was about, also where nobody was left to say so. */
    private void endAll(JobEvent end, Instant at) {
        String status = Outcomes.isCompletion(end) ? COMPLETED : FAILED;
        running()
                .map(StageDocument::stageName)
                .toList()
                .forEach(stage ->
                        ended(new JobEvent(end.job(), stage, end.kind(), end.progress(), end.message()), at, status));
    }

    private StageDocument ended(JobEvent event, Instant at, String status) {
        Instant start = starts.get(event.stage());
        return put(new StageDocument(
                event.stage(),
                order(event),
                status,
                Timestamps.ofNullable(start),
                Timestamps.of(at),
                start == null ? null : Duration.between(start, at).toMillis() / MILLIS,
                message(event),
                status.equals(FAILED) ? event.message() : null));
    }

    /** A stage that begins again in a later attempt keeps its place. */
    private int order(JobEvent event) {
        StageDocument known = documents.get(event.stage());
        return known == null ? documents.size() + 1 : known.stageOrder();
    }

    private StageDocument put(StageDocument document) {
        documents.put(document.stageName(), document);
        return document;
    }

    private static @Nullable String message(JobEvent event) {
        return event.message().isEmpty() ? null : event.message();
    }
}
