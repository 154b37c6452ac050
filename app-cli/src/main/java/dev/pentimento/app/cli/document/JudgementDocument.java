package dev.pentimento.app.cli.document;

import dev.pentimento.app.cli.document.EvaluationsDocument.AnswerDocument;
import dev.pentimento.app.cli.document.EvaluationsDocument.CheckDocument;
import dev.pentimento.app.cli.document.EvaluationsDocument.IssueDocument;
import dev.pentimento.ports.in.EvaluateImage.Judgement;
import java.util.List;
import java.util.Map;

/**
 * What a critic says of one image.
 *
 * @param brief what was asked for
 * @param critic the provider that judged
 * @param writer the provider that wrote the checklist
 * @param cost of what was asked now; answers that were kept cost nothing
 */
public record JudgementDocument(
        String brief,
        String critic,
        String writer,
        ScoreDocument score,
        List<CheckDocument> checklist,
        List<AnswerDocument> checks,
        Map<String, Double> criteria,
        List<IssueDocument> issues,
        List<String> suggestions,
        String description,
        CostDocument cost) {

    public static JudgementDocument of(Judgement judgement) {
        return new JudgementDocument(
                judgement.scene().text(),
                judgement.critic(),
                judgement.writer(),
                ScoreDocument.of(judgement.score()),
                judgement.checklist().checks().stream().map(CheckDocument::of).toList(),
                judgement.evaluation().answers().stream()
                        .map(AnswerDocument::of)
                        .toList(),
                EvaluationsDocument.criteria(judgement.evaluation()),
                judgement.evaluation().issues().stream().map(IssueDocument::of).toList(),
                judgement.evaluation().suggestions(),
                judgement.evaluation().description(),
                CostDocument.of(judgement.cost()));
    }
}
