package dev.pentimento.benchmarks;

import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.RefineImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A home with one picture that is refined again and again, durably, by an editor that takes a fixed time. */
final class BusyHome implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Pentimento pentimento;
    private final VersionId picture;
    private final ConceptId concept;

    private BusyHome(Pentimento pentimento) {
        this.pentimento = pentimento;
        byte[] file = PacedEditor.CODEC
                .encode(Raster.generate(PacedEditor.SIZE, (x, y) -> 0xff808080), MediaType.PNG)
                .bytes();
        RefineImage.Uploaded upload = new RefineImage.Uploaded(new ImageFile("grey.png", file));
        ImportImages.Imported imported = pentimento
                .importImages()
                .handle(new ImportImages.Command(UserId.LOCAL, List.of(upload), Brief.EMPTY, null))
                .imported();
        this.picture = imported.versions().get(0);
        this.concept = imported.concept();
    }

    /** @param answer how long the editor takes */
    static BusyHome open(Path home, Duration answer, int workers, Pentimento.Working working) {
        return new BusyHome(Pentimento.open(
                Settings.defaults()
                        .with(Map.of(
                                "home",
                                home.toString(),
                                "storage.records",
                                CountedRecordsFactory.NAME,
                                "providers.edit",
                                PacedProviderFactory.NAME,
                                "providers.paced.millis",
                                "" + answer.toMillis(),
                                "providers.paced.concurrency",
                                "256",
                                "providers.paced.requests-per-second",
                                "1000",
                                "jobs.max-waiting",
                                "100000",
                                "jobs.workers",
                                "" + workers)),
                working));
    }

    Pentimento pentimento() {
        return pentimento;
    }

    JobId submit(String words) {
        RefineImage.Stored base = new RefineImage.Stored(new VersionReference(picture.toString()));
        return pentimento
                .refineImage()
                .handle(RefineImage.Command.of(base, new Refinement.PromptRefinement(new Instruction(words), null)))
                .job()
                .orElseThrow()
                .id();
    }

    /** Follows all jobs from now on. */
    Endings follow() {
        FollowEvents.Subscription events = pentimento
                .followEvents()
                .handle(new FollowEvents.Query(UserId.LOCAL, new FollowEvents.OfConcept(concept), 0));
        return new Endings(events);
    }

    /** Counts the jobs that come to their end. */
    static final class Endings implements AutoCloseable {
        private final FollowEvents.Subscription events;
        private int ended;

        private Endings(FollowEvents.Subscription events) {
            this.events = events;
        }

        /** Returns when so many have ended since the beginning. */
        void await(int jobs) {
            while (ended < jobs) {
                List<JobEvent> batch = next();
                batch.stream()
                        .filter(event -> event.kind() == JobEvent.Kind.ENDED)
                        .forEach(this::count);
            }
        }

        private void count(JobEvent end) {
            if (end.progress() < 1) {
                throw new IllegalStateException("Job %s failed: %s".formatted(end.job(), end.message()));
            }
            ended++;
        }

        private List<JobEvent> next() {
            try {
                return events.next(PATIENCE).events().stream()
                        .map(recorded -> recorded.event())
                        .toList();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Measuring was interrupted", e);
            }
        }

        @Override
        public void close() {
            events.close();
        }
    }

    @Override
    public void close() {
        pentimento.close();
    }
}
