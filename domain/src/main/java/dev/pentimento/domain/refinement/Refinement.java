package dev.pentimento.domain.refinement;

import dev.pentimento.domain.image.MaskSpec;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is asked of an image; each kind may be limited to a mask. */
public sealed interface Refinement {

    Instruction instruction();

    RefinementKind kind();

    /** Where the image may change; null = everywhere. */
    @Nullable MaskSpec mask();

    /** One function per kind, for code that treats them differently. */
    <T> T match(Function<PromptRefinement, T> prompt, Function<SubjectRepair, T> subject, Function<TextRepair, T> text);

    /** Changes the image as the instruction says. */
    record PromptRefinement(
            Instruction instruction, @Nullable MaskSpec mask) implements Refinement {
        @Override
        public RefinementKind kind() {
            return RefinementKind.PROMPT;
        }

        @Override
        public <T> T match(
                Function<PromptRefinement, T> prompt,
                Function<SubjectRepair, T> subject,
                Function<TextRepair, T> text) {
            return prompt.apply(this);
        }
    }

    /** Replaces the subject by the one in a reference image, which comes as second parent. */
    record SubjectRepair(Instruction instruction, @Nullable MaskSpec mask) implements Refinement {
        @Override
        public RefinementKind kind() {
            return RefinementKind.SUBJECT;
        }

        @Override
        public <T> T match(
                Function<PromptRefinement, T> prompt,
                Function<SubjectRepair, T> subject,
                Function<TextRepair, T> text) {
            return subject.apply(this);
        }
    }

    /** Corrects lettering. */
    record TextRepair(Instruction instruction, @Nullable MaskSpec mask) implements Refinement {
        @Override
        public RefinementKind kind() {
            return RefinementKind.TEXT;
        }

        @Override
        public <T> T match(
                Function<PromptRefinement, T> prompt,
                Function<SubjectRepair, T> subject,
                Function<TextRepair, T> text) {
            return text.apply(this);
        }
    }
}
