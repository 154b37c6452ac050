package dev.pentimento.ports.out;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.prompt.Original;
import dev.pentimento.domain.refinement.Instruction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes images from words.
 *
 * <p>Safe for use by several threads. Never retries and never sleeps; every failure is a
 * {@link dev.pentimento.ports.failure.ProviderFailure}.
 */
public interface ImageGenerator {

    /**
     * How many images one call may make; more are asked for in several calls, each of which is recorded by itself.
     *
     * @param model null = the configured one
     * @throws dev.pentimento.ports.failure.ProviderFailure if it is known that there is none of that name
     */
    default int maxVariants(@Nullable String model) {
        return Integer.MAX_VALUE;
    }

    MadeImages generate(Request request, CallContext context);

    /** What the call will probably cost. A known 0 promises that it costs nothing whatever happens, so that it may be repeated. */
    Cost estimate(Request request);

    /**
     * What {@link #generate} would send, worked out without calling anybody. Whoever has a model of its own choice, or sends other words, overrides this.
     *
     * @throws dev.pentimento.ports.failure.ProviderFailure if it is certain now that the call would fail so
     */
    default Preview preview(Request request) {
        return new Preview(
                Objects.requireNonNullElse(request.model(), ""), request.prompt(Integer.MAX_VALUE), List.of());
    }

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
            @Nullable String model) {

        /**
         * The instruction and the brief, for providers that read prose.
         *
         * @param maxLength in characters (UTF-16 units); what belongs to the instruction is cut before the instruction is
         */
        public String prompt(int maxLength) {
            return new Original(instruction, brief).text(maxLength);
        }

        /**
         * Some of them, for one of several calls.
         *
         * @param first the number of the first of them, from 0; they get a seed of their own, so that they differ from the others
         */
        public Request part(int first, int variants) {
            return new Request(instruction, brief, size, variants, seed == null ? null : seed + first, model);
        }
    }
}
