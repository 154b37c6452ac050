package dev.pentimento.application;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.Verdicts;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Assessment.Judged;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.domain.loop.Remedy;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.domain.prompt.PromptReview;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.PromptWriter.Shortfall;
import dev.pentimento.ports.out.PromptWriter.Trial;
import java.util.List;

/** Has the next prompt written, from what the best image lacks and nothing else. */
final class Advising {
    private static final RefinedPrompt NONE = new RefinedPrompt("", List.of(), RefinedPrompt.Strategy.RESAMPLE);

    private final Questions questions;
    private final Pricing pricing;

    Advising(Questions questions, Pricing pricing) {
        this.questions = questions;
        this.pricing = pricing;
    }

    /** The proposal is part of the last iteration then, with what is to be said against it. */
    void advise(RunBook book, Panel panel, Job job, VersionId best) {
        Run run = book.run();
        Shortfall shortfall = shortfall(run, best);
        ModelFamily family = pricing.family(book.batch(), run.item());
        try {
            questions.ask(question(run, panel, job, shortfall, family), book, panel.purse());
        } catch (ProviderFailure.Unintelligible | ProviderFailure.OutcomeUnknown e) {
            book.note(e.code(), "There is no next prompt, so the same is tried once more: " + e.getMessage());
            book.write(now -> with(now, new Proposal(NONE, panel.writer().name(), PromptReview.Objection.EMPTY)));
        }
    }

    private static Question<RefinedPrompt> question(
            Run asked, Panel panel, Job job, Shortfall shortfall, ModelFamily family) {
        return new Question<>(
                new Inquiry<>(
                        job,
                        Question.REFINEMENT,
                        panel.writer().name(),
                        panel.writer().role().estimate(),
                        RequestHash.of(List.of("refine", panel.writer().name(), shortfall.toString())),
                        context -> panel.writer().role().refine(shortfall, context)),
                refined -> keep(reviewed(asked, panel, shortfall.failed(), family, refined)));
    }

    private static Question.Step keep(Proposal proposal) {
        return (writer, run) -> with(run, proposal);
    }

    private static Proposal reviewed(
            Run run, Panel panel, List<Check> failed, ModelFamily family, RefinedPrompt refined) {
        PromptReview review = new PromptReview(run.tried(), family.maxLength());
        RefinedPrompt decided =
                new RefinedPrompt(refined.text(), refined.changes(), Remedy.of(failed, refined.strategy()));
        return new Proposal(
                decided, panel.writer().name(), review.objection(refined.text()).orElse(null));
    }

    private static Run with(Run run, Proposal proposal) {
        return run.withLast(iteration -> iteration.proposing(proposal));
    }

    private static Shortfall shortfall(Run run, VersionId best) {
        Judged judged = run.judgement(best).orElseThrow(() -> new IllegalStateException("The best is not judged"));
        Verdicts verdicts = new Verdicts(Standings.checklist(run), judged.evaluation());
        return new Shortfall(
                run.item().scene().text(),
                run.origin(best).map(Iteration::prompt).orElseThrow(),
                verdicts.failed(),
                judged.evaluation().issues(),
                judged.evaluation().suggestions(),
                history(run));
    }

    private static List<Trial> history(Run run) {
        return run.iterations().stream()
                .flatMap(iteration ->
                        iteration.winningScore().stream().map(score -> new Trial(iteration.prompt(), score)))
                .toList();
    }
}
