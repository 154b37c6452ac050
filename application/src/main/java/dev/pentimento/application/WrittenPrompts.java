package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.prompt.PromptReview;
import dev.pentimento.domain.prompt.PromptReview.Objection;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.List;

/** Lets no answer of a writer pass for a prompt that is none. */
final class WrittenPrompts {
    private static final PromptReview REVIEW = new PromptReview(List.of(), Instruction.MAX_LENGTH);
    private static final int EXCERPT = 60;

    private WrittenPrompts() {}

    /**
     * The prompt, as it came.
     *
     * @param cost of what was asked for it
     * @throws ProviderFailure.Unintelligible if it cannot be sent as a prompt
     */
    static String require(String prompt, Casting.Writer writer, Cost cost) {
        REVIEW.objection(prompt).ifPresent(objection -> {
            throw new ProviderFailure.Unintelligible(words(prompt, writer, objection), new byte[0], cost, null);
        });
        return prompt;
    }

    private static String words(String prompt, Casting.Writer writer, Objection objection) {
        return "%s wrote no prompt but %s; ask once more with --again, ask somebody else with --provider, or write it yourself"
                .formatted(writer.name(), what(prompt, objection));
    }

    private static String what(String prompt, Objection objection) {
        return switch (objection) {
            case EMPTY -> "nothing that can be read";
            case TOO_LONG -> "more than %d characters".formatted(Instruction.MAX_LENGTH);
            case REPEATED -> "what was tried before";
            case CHATTER -> "words about one ('%s')".formatted(excerpt(prompt.strip()));
        };
    }

    private static String excerpt(String text) {
        int end = Math.min(text.length(), EXCERPT);
        return text.substring(0, end).replaceAll("\\s+", " ") + (end < text.length() ? "\u2026" : "");
    }
}
