package dev.pentimento.ports.out;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.prompt.Commission;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Wish;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes an image as an instruction says.
 *
 * <p>Safe for use by several threads. Never retries and never sleeps; every failure is a
 * {@link dev.pentimento.ports.failure.ProviderFailure}.
 */
public interface ImageEditor {

    /**
     * What it does by itself.
     *
     * @param model null = the configured one
     * @throws dev.pentimento.ports.failure.ProviderFailure.ModelRetired if the model is gone
     * @throws dev.pentimento.ports.failure.ProviderFailure.InvalidRequest if it is known that there is none of that name
     */
    Capabilities capabilities(@Nullable String model);

    /** Makes as many images as the knobs ask for candidates; fewer where some of them failed. */
    MadeImages edit(Request request, CallContext context);

    /** What the call will probably cost. A known 0 promises that it costs nothing whatever happens, so that it may be repeated. */
    Cost estimate(Request request);

    /**
     * What {@link #edit} would send, worked out without calling anybody. Whoever has a model of its own choice, or sends other words, overrides this.
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
     * What this editor does by itself; the rest is emulated or refused before the call.
     *
     * @param mask how it wants to be told of masks; with {@link MaskForm#NONE} it never gets one
     * @param maxReferences how many images beside the base it takes
     * @param strength whether it obeys strength
     * @param seed whether the same seed gives the same image
     * @param maxCandidates how many images one call may make
     * @param canvas the sizes it works on; it gets no base of another
     * @param partialImages whether it shows unfinished pictures on the way
     * @param costBasis how sure it is of what a call cost
     */
    record Capabilities(
            Set<RefinementKind> kinds,
            MaskForm mask,
            int maxReferences,
            boolean strength,
            boolean seed,
            int maxCandidates,
            Canvas canvas,
            boolean partialImages,
            CostBasis costBasis) {
        public Capabilities {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * One edit.
     *
     * @param instruction as typed
     * @param brief what the image is about; for the prompt, not to be carried out
     * @param base the image to change, or a detail of it, with or without something around it, as a PNG of nothing but pixels
     * @param references as PNG of nothing but pixels
     * @param size of the base, and of the images wanted, in px; what comes in another size or shape is fitted
     * @param mask of the base's size; null = the whole image may change. What an editor changes elsewhere is discarded
     * @param maskFile the mask as the picture that {@link Capabilities#mask} asks for; null where it asks for none
     * @param model null = the configured one
     * @param inWords what the prompt has to say since the editor does not do it by itself; {@link #prompt} does
     */
    record Request(
            RefinementKind kind,
            Instruction instruction,
            Brief brief,
            EncodedImage base,
            ImageSize size,
            List<EncodedImage> references,
            @Nullable Mask mask,
            @Nullable EncodedImage maskFile,
            Knobs knobs,
            @Nullable String model,
            Set<Wish> inWords) {
        public Request {
            references = List.copyOf(references);
            inWords = Set.copyOf(inWords);
        }

        /** Of an editor that does everything by itself. */
        public Request(
                RefinementKind kind,
                Instruction instruction,
                Brief brief,
                EncodedImage base,
                ImageSize size,
                List<EncodedImage> references,
                @Nullable Mask mask,
                @Nullable EncodedImage maskFile,
                Knobs knobs,
                @Nullable String model) {
            this(kind, instruction, brief, base, size, references, mask, maskFile, knobs, model, Set.of());
        }

        /**
         * The instruction with its kind, the creativity, what to preserve and the brief, for providers that read prose.
         *
         * @param maxLength in characters (UTF-16 units); what belongs to the instruction is cut before the instruction is
         */
        public String prompt(int maxLength) {
            return new Commission(kind, instruction, brief, knobs, inWords).text(maxLength);
        }

        /** The same with other knobs. */
        public Request with(Knobs other) {
            return new Request(kind, instruction, brief, base, size, references, mask, maskFile, other, model, inWords);
        }
    }
}
