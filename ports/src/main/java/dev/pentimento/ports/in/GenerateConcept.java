package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.submission.SubmissionKey;
import org.jspecify.annotations.Nullable;

/** Submits the originals of a new concept as a job and returns at once; {@link WatchJob} waits for it. */
public interface GenerateConcept {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException if no provider can do it or the home cannot be written; nothing is kept
     *     then
     */
    RefineImage.Submission handle(Command command);

    /**
     * One generation.
     *
     * @param size of each original in px
     * @param variants how many originals
     * @param palettes in how many further palettes each original is shown
     * @param seed null = the provider's default
     * @param key marks a submission that may arrive twice; null = each one counts
     */
    record Command(
            UserId owner,
            Instruction instruction,
            Brief brief,
            ImageSize size,
            int variants,
            int palettes,
            @Nullable Long seed,
            ProviderChoice provider,
            Priority priority,
            @Nullable SubmissionKey key) {
        /** Without a key. */
        public Command(
                UserId owner,
                Instruction instruction,
                Brief brief,
                ImageSize size,
                int variants,
                int palettes,
                @Nullable Long seed,
                ProviderChoice provider,
                Priority priority) {
            this(owner, instruction, brief, size, variants, palettes, seed, provider, priority, null);
        }
    }
}
