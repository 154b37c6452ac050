package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.ImprovePrompt.Improved;
import java.util.List;

/**
 * A prompt worded anew.
 *
 * @param prompt as it was
 * @param refinedPrompt the same where nothing better is known
 * @param strategy {@code edit_image}, {@code resample} or {@code rewrite_prompt}
 * @param writer the provider that wrote it
 * @param judgement on the image that the prompt had made
 * @param cost of all that was asked now, the judgement among it
 */
public record ImprovedDocument(
        String prompt,
        String refinedPrompt,
        List<String> changes,
        String strategy,
        String writer,
        JudgementDocument judgement,
        CostDocument cost) {

    public static ImprovedDocument of(Improved improved, String prompt) {
        return new ImprovedDocument(
                prompt,
                improved.refined().text(),
                improved.refined().changes(),
                EvaluationsDocument.lower(improved.refined().strategy()),
                improved.writer(),
                JudgementDocument.of(improved.judgement()),
                CostDocument.of(improved.cost()));
    }
}
