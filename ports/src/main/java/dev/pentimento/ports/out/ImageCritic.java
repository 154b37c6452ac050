package dev.pentimento.ports.out;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.EncodedImage;
import org.jspecify.annotations.Nullable;

/**
 * Judges images.
 *
 * <p>Safe for use by several threads. Never retries and never sleeps; every failure is a
 * {@link dev.pentimento.ports.failure.ProviderFailure}. An answer that cannot be read is
 * {@link dev.pentimento.ports.failure.ProviderFailure.Unintelligible}, never a bad mark.
 */
public interface ImageCritic {

    /** Answers every check of the list once, and no other. */
    Answered<Evaluation> evaluate(Request request, CallContext context);

    /** Says which of two images does better what was asked for. */
    Answered<Preference> compare(Comparison comparison, CallContext context);

    /** What one call will probably cost. A known 0 promises that it costs nothing whatever happens, so that it may be repeated. */
    Cost estimate();

    /**
     * One image to be judged.
     *
     * @param image of nothing but pixels
     * @param brief what was asked for, in the original words
     * @param model null = the configured one
     */
    record Request(
            EncodedImage image,
            String brief,
            Checklist checklist,
            @Nullable String model) {}

    /** Two images made from the same brief. */
    record Comparison(
            EncodedImage first,
            EncodedImage second,
            String brief,
            @Nullable String model) {}

    /** The better one, and why. */
    record Preference(Better better, String reason) {
        /** Which of two. */
        public enum Better {
            FIRST,
            SECOND,
            NEITHER
        }
    }
}
