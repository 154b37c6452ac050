package dev.pentimento.domain.loop;

import dev.pentimento.domain.prompt.PromptReview.Objection;
import dev.pentimento.domain.prompt.RefinedPrompt;
import org.jspecify.annotations.Nullable;

/**
 * What a writer proposed for the next iteration.
 *
 * @param writer the provider that wrote it
 * @param objection why it is not used; null = it is
 */
public record Proposal(
        RefinedPrompt prompt, String writer, @Nullable Objection objection) {}
