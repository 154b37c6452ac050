package dev.pentimento.domain.job;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a job is to do. */
public sealed interface Work {

    /** One function per kind, for code that treats them differently. */
    <T> T match(
            Function<RefineVersion, T> refine, Function<GenerateOriginals, T> generate, Function<AskQuestion, T> ask);

    /**
     * As the other, for where nothing comes but work that makes images: a question has no place among the versions of a concept.
     *
     * @throws IllegalStateException if it is a question
     */
    default <T> T match(Function<RefineVersion, T> refine, Function<GenerateOriginals, T> generate) {
        return match(refine, generate, ask -> {
            throw new IllegalStateException("A question makes no images");
        });
    }

    default WorkKind kind() {
        return match(refine -> WorkKind.REFINE, generate -> WorkKind.GENERATE, ask -> WorkKind.ASK);
    }

    /** How many images it is to make. */
    default int images() {
        return match(
                refine -> refine.knobs().candidates(),
                generate -> generate.variants() * (1 + generate.palettes()),
                ask -> 0);
    }

    /**
     * Makes children of {@code base}.
     *
     * @param references further images the instruction speaks of; they become further parents
     * @param brief what the image is about, for the prompt
     */
    record RefineVersion(VersionId base, List<VersionId> references, Refinement refinement, Knobs knobs, Brief brief)
            implements Work {
        public RefineVersion {
            references = List.copyOf(references);
            if (refinement.kind() == RefinementKind.SUBJECT && references.isEmpty()) {
                throw new IllegalArgumentException("A subject repair needs a reference image that shows the subject");
            }
        }

        @Override
        public <T> T match(
                Function<RefineVersion, T> refine,
                Function<GenerateOriginals, T> generate,
                Function<AskQuestion, T> ask) {
            return refine.apply(this);
        }
    }

    /**
     * Makes originals from words.
     *
     * @param size of each original in px
     * @param variants how many originals, 1..{@value #MAX_VARIANTS}
     * @param palettes in how many further palettes each original is shown, 0..{@value #MAX_PALETTES}
     */
    record GenerateOriginals(
            Instruction instruction,
            ImageSize size,
            int variants,
            int palettes,
            @Nullable Long seed) implements Work {
        public static final int MAX_VARIANTS = 10;
        public static final int MAX_PALETTES = 7;

        public GenerateOriginals {
            checkRange("Variants", variants, 1, MAX_VARIANTS);
            checkRange("Palettes", palettes, 0, MAX_PALETTES);
        }

        private static void checkRange(String name, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(
                        "%s must be %d to %d but were %d".formatted(name, least, most, value));
            }
        }

        @Override
        public <T> T match(
                Function<RefineVersion, T> refine,
                Function<GenerateOriginals, T> generate,
                Function<AskQuestion, T> ask) {
            return generate.apply(this);
        }
    }

    /**
     * Asks a critic or a writer what somebody wants to know by hand. It is done by the process that asks, and never waits in a queue.
     *
     * @param words what it is about, as far as it is in words
     * @param image what it is about, as far as it is to be seen; null = nothing
     */
    record AskQuestion(Topic topic, String words, @Nullable ImageDigest image) implements Work {
        @Override
        public <T> T match(
                Function<RefineVersion, T> refine,
                Function<GenerateOriginals, T> generate,
                Function<AskQuestion, T> ask) {
            return ask.apply(this);
        }
    }
}
