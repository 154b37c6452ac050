package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.Assessment.Judged;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.in.RunBatch;
import java.util.Locale;
import java.util.Optional;

/** What happens in a batch, for people. */
final class BatchWords {
    private BatchWords() {}

    static String stepped(RunBatch.Stepped stepped) {
        return "%s: round %d: %s".formatted(stepped.run().item().id(), stepped.iteration(), title(stepped.step()));
    }

    static String selected(RunBatch.Selected selected) {
        return "%s: round %d: best %s"
                .formatted(selected.run().item().id(), selected.iteration(), score(selected.run()));
    }

    static String over(RunBatch.Over over) {
        Run run = over.run();
        Run.Ending ending = run.ending();
        String reason =
                ending == null ? "goes on elsewhere" : ending.reason().label().replace('_', ' ');
        String message = ending == null || ending.message().isEmpty() ? "" : ": " + Words.line(ending.message());
        return "%s: %s, best %s, cost %s%s".formatted(run.item().id(), reason, score(run), cost(over.cost()), message);
    }

    /** What is going on. */
    static String title(RunBatch.Step step) {
        return switch (step) {
            case GENERATE -> "making images";
            case ASK -> "writing the checklist";
            case JUDGE -> "judging";
            case COMPARE -> "comparing";
            case REFINE -> "writing the next prompt";
        };
    }

    /** Of the best image so far. */
    static String score(Run run) {
        Optional<Judged> best = run.bestJudgement();
        return best.map(judged ->
                        String.format(Locale.ROOT, "%.2f", judged.score().overall()))
                .orElse("-");
    }

    static String cost(Cost cost) {
        return cost.microUsd().isEmpty()
                ? "unknown"
                : Words.dollars(cost.microUsd().getAsLong());
    }
}
