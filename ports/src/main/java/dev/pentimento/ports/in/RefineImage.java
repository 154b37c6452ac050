package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.in.ImportImages.Arrived;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Submits one refinement as a job and returns at once; {@link WatchJob} waits for it. */
public interface RefineImage {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException if a file is no readable image, a URL gives none, a version does not exist,
     *     no provider can do it, or the home cannot be written; nothing is kept then
     */
    Submission handle(Command command);

    /**
     * One refinement.
     *
     * @param references further images the instruction speaks of; a subject repair needs one
     * @param maskPictures the files behind the painted shapes of the mask
     * @param brief what the image is about; what it does not say is as when the base was refined, else as the concept says
     * @param concept where a file or URL becomes a version; null = where it is known already, else a new concept
     * @param key marks a submission that may arrive twice; null = each one counts
     */
    record Command(
            UserId owner,
            Picture base,
            List<Picture> references,
            Refinement refinement,
            List<ImageFile> maskPictures,
            Knobs knobs,
            Brief brief,
            ProviderChoice provider,
            @Nullable ConceptId concept,
            Priority priority,
            @Nullable SubmissionKey key) {
        public Command {
            references = List.copyOf(references);
            maskPictures = List.copyOf(maskPictures);
        }

        /** Without a key. */
        public Command(
                UserId owner,
                Picture base,
                List<Picture> references,
                Refinement refinement,
                List<ImageFile> maskPictures,
                Knobs knobs,
                Brief brief,
                ProviderChoice provider,
                @Nullable ConceptId concept,
                Priority priority) {
            this(owner, base, references, refinement, maskPictures, knobs, brief, provider, concept, priority, null);
        }

        /** The refinement of {@code base} with nothing else said. */
        public static Command of(Picture base, Refinement refinement) {
            return new Command(
                    UserId.LOCAL,
                    base,
                    List.of(),
                    refinement,
                    List.of(),
                    Knobs.DEFAULT,
                    Brief.EMPTY,
                    ProviderChoice.ANY,
                    null,
                    Priority.NORMAL);
        }
    }

    /** An image to work on. */
    sealed interface Picture {
        <T> T match(Function<Stored, T> stored, Function<Given, T> given);
    }

    /**
     * One that comes from outside. When its bytes are known, or it says which version it comes from and has the same pixels, that version is meant;
     * with other pixels it becomes a child of that version; otherwise it becomes an original.
     */
    sealed interface Given extends Picture {
        @Override
        default <T> T match(Function<Stored, T> stored, Function<Given, T> given) {
            return given.apply(this);
        }

        <T> T open(Function<Uploaded, T> uploaded, Function<Remote, T> remote);

        /** Whether it becomes an original of a new concept, whatever is known of it. */
        default boolean beginsAnew() {
            return false;
        }
    }

    /** One that is part of the lineage. */
    record Stored(VersionReference reference) implements Picture {
        @Override
        public <T> T match(Function<Stored, T> stored, Function<Given, T> given) {
            return stored.apply(this);
        }
    }

    /**
     * A file.
     *
     * @param beginsAnew whether it becomes an original of a new concept, whatever is known of it
     */
    record Uploaded(ImageFile file, boolean beginsAnew) implements Given {
        public Uploaded(ImageFile file) {
            this(file, false);
        }

        @Override
        public <T> T open(Function<Uploaded, T> uploaded, Function<Remote, T> remote) {
            return uploaded.apply(this);
        }
    }

    /** A file on the web, fetched before anything is kept. */
    record Remote(URI url) implements Given {
        @Override
        public <T> T open(Function<Uploaded, T> uploaded, Function<Remote, T> remote) {
            return remote.apply(this);
        }

        /** Keeps the query, which may hold a signature, to itself. */
        @Override
        public String toString() {
            return "Remote[%s]".formatted(SourceUrl.of(url).shown());
        }
    }

    /** What became of a submission. */
    sealed interface Submission {
        /** The job, when there is one. */
        Optional<Job> job();
    }

    /**
     * The job is on its way.
     *
     * @param base what became of the file to work on; null when a version was named
     * @param treatments what becomes of everything that was asked for; empty where that was not looked at
     */
    record Accepted(Job accepted, @Nullable Arrived base, List<Treatment> treatments) implements Submission {
        public Accepted {
            treatments = List.copyOf(treatments);
        }

        public Accepted(Job accepted, @Nullable Arrived base) {
            this(accepted, base, List.of());
        }

        @Override
        public Optional<Job> job() {
            return Optional.of(accepted);
        }
    }

    /**
     * The user has as many jobs of this kind under way as are allowed; nothing was kept and no quota taken.
     *
     * @param running the oldest of them
     */
    record AlreadyActive(Job running) implements Submission {
        @Override
        public Optional<Job> job() {
            return Optional.of(running);
        }
    }

    /**
     * The key of the submission stands for this job already, so nothing new was kept.
     *
     * @param before as it is now
     */
    record Replayed(Job before) implements Submission {
        @Override
        public Optional<Job> job() {
            return Optional.of(before);
        }
    }

    /** The key of the submission stands for another request; nothing was kept. */
    record KeyTaken(String key) implements Submission {
        @Override
        public Optional<Job> job() {
            return Optional.empty();
        }
    }

    /**
     * The user's quota for the month is used up; nothing was kept.
     *
     * @param limit how much there was
     */
    record QuotaExhausted(Quota quota, int limit) implements Submission {
        @Override
        public Optional<Job> job() {
            return Optional.empty();
        }
    }

    /**
     * As many jobs of everybody wait as may; nothing was kept and no quota taken.
     *
     * @param limit how many that is
     */
    record QueueFull(int limit) implements Submission {
        @Override
        public Optional<Job> job() {
            return Optional.empty();
        }
    }

    /**
     * The request contradicts itself or the image; nothing was kept.
     *
     * @param reasons at least one, each says what is wrong and what to do
     */
    record Rejected(List<String> reasons) implements Submission {
        public Rejected {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Optional<Job> job() {
            return Optional.empty();
        }
    }
}
