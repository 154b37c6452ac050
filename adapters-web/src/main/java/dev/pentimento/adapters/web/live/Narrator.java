package dev.pentimento.adapters.web.live;

import dev.pentimento.adapters.web.http.Timestamps;
import dev.pentimento.adapters.web.runs.Outcomes;
import dev.pentimento.adapters.web.runs.StageDocument;
import dev.pentimento.adapters.web.runs.Stages;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts events into messages, one into one. To be told of all of them, in order; for one thread. */
final class Narrator {
    private final Listening listening;
    private final Outcomes outcomes;
    private final Map<JobId, Stages> stages = new HashMap<>();
    private long last;
    private String run = "";

    Narrator(Listening listening, Outcomes outcomes) {
        this.listening = listening;
        this.outcomes = outcomes;
        this.last = listening.since();
    }

    /** Progress of a job, or something that happened to it. */
    record Progress(
            String event,
            double progress,
            @Nullable String stageName,
            @Nullable String message) {}

    /**
     * A picture that is not finished yet.
     *
     * @param imagePath within the run
     */
    record PartialImage(double progress, @Nullable String stageName, String imagePath) {}

    /** Nothing more than that somebody is there. */
    record Ping() {}

    /** The message of an event; null if it is known already. */
    @Nullable Envelope tell(RecordedEvent recorded) {
        run = recorded.concept().toString();
        Stages known = stages.computeIfAbsent(recorded.event().job(), job -> new Stages());
        String current = known.current();
        StageDocument stage = known.hear(recorded);
        long number = listening.scope().number(recorded);
        if (number <= last) {
            return null;
        }
        last = number;
        return stage == null ? tell(recorded, number, current) : envelope(recorded, number, "stage_update", stage);
    }

    /** @param stage that was being worked on; null if none was */
    private Envelope tell(RecordedEvent recorded, long number, @Nullable String stage) {
        JobEvent event = recorded.event();
        ImageDigest image = event.image();
        if (event.kind() == JobEvent.Kind.PARTIAL_IMAGE && image != null) {
            return envelope(recorded, number, "partial_image", partial(event, image));
        }
        if (event.kind() == JobEvent.Kind.ENDED) {
            return Outcomes.isCompletion(event)
                    ? envelope(recorded, number, "run_complete", outcomes.completion(listening.user(), recorded))
                    : envelope(recorded, number, "run_error", outcomes.failure(listening.user(), recorded, stage));
        }
        return envelope(recorded, number, "progress", progress(event));
    }

    private static PartialImage partial(JobEvent event, ImageDigest image) {
        return new PartialImage(event.progress(), orNull(event.stage()), "partials/" + image + ".png");
    }

    private static Progress progress(JobEvent event) {
        return new Progress(
                event.kind().name().toLowerCase(Locale.ROOT),
                event.progress(),
                orNull(event.stage()),
                orNull(event.message()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Envelope envelope(RecordedEvent recorded, long number, String type, Object data) {
        return new Envelope(
                number,
                type,
                recorded.concept().toString(),
                recorded.event().job().toString(),
                Timestamps.of(recorded.at()),
                data);
    }

    Envelope ping(Instant now) {
        String job = listening.scope().match(ofJob -> ofJob.job().toString(), ofConcept -> "");
        String concept = listening
                .scope()
                .match(ofJob -> run, ofConcept -> ofConcept.concept().toString());
        return new Envelope(last, "ping", concept, orNull(job), Timestamps.of(now), new Ping());
    }
}
