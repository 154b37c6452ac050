package dev.pentimento.domain.lineage;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.image.SourceUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a version came to be. */
public sealed interface Origin {

    /** The job that made the version; empty for an imported one. */
    default Optional<JobId> madeBy() {
        return Optional.empty();
    }

    /** Whether it came in only as a reference of a refinement; images in histories from before this was recorded never did. */
    default boolean isReference() {
        return false;
    }

    /**
     * Brought in by the user.
     *
     * @param fileName as the user knew it, without folders
     * @param file the untouched file; the version itself holds its upright sRGB pixels
     * @param source where it was fetched from; null = it was a file of the user's
     * @param reference whether it came in to be looked at while another version was refined
     */
    record Imported(String fileName, Image file, @Nullable SourceUrl source, boolean reference) implements Origin {
        /** A file of the user's. */
        public Imported(String fileName, Image file) {
            this(fileName, file, null, false);
        }

        @Override
        public boolean isReference() {
            return reference;
        }
    }

    /** Made from words alone. */
    record Generated(JobId job) implements Origin {
        @Override
        public Optional<JobId> madeBy() {
            return Optional.of(job);
        }
    }

    /** Made from another version within its whole area. */
    record Refined(JobId job) implements Origin {
        @Override
        public Optional<JobId> madeBy() {
            return Optional.of(job);
        }
    }

    /** Made from another version within a mask, with the proof of what changed. */
    record MaskedRefined(JobId job, MaskCheck check) implements Origin {
        @Override
        public Optional<JobId> madeBy() {
            return Optional.of(job);
        }
    }

    /** An original shown in another palette. */
    record Recolored(JobId job, Palette palette) implements Origin {
        @Override
        public Optional<JobId> madeBy() {
            return Optional.of(job);
        }
    }
}
