package dev.pentimento.ports.out;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Instruction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes images from words.
 *
 * <p>Safe for use by several threads. Never retries and never sleeps; every failure is a
 * {@link dev.pentimento.ports.failure.ProviderFailure}.
 */
public interface ImageGenerator {

    MadeImages generate(Request request, CallContext context);

    /** What the call will probably cost. A known 0 promises that it costs nothing whatever happens, so that it may be repeated. */
    Cost estimate(Request request);

    /** How to take up an accepted call again; empty if the provider cannot. */
    default Optional<Resumption> resumption() {
        return Optional.empty();
    }

    /**
     * One call.
     *
     * @param variants how many images, all different
     * @param seed fixes chance, where the provider can; null = its default
     * @param model null = the configured one
     */
    record Request(
            Instruction instruction,
            Brief brief,
            ImageSize size,
            int variants,
            @Nullable Long seed,
            @Nullable String model) {}
}
