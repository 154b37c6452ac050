package dev.pentimento.app.cli.report;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import java.util.Locale;

/** What the page says in few words. */
final class Words {
    private Words() {}

    static String score(double score) {
        return score < 0 ? "\u2013" : String.format(Locale.ROOT, "%.3f", score);
    }

    static String cost(Cost cost) {
        if (cost.microUsd().isEmpty()) {
            return "cost unknown";
        }
        long amount = cost.microUsd().getAsLong();
        return amount == 0
                ? "free"
                : String.format(
                        Locale.ROOT,
                        "%.4f USD (%s)",
                        amount / 1e6,
                        cost.basis().name().toLowerCase(Locale.ROOT));
    }

    /** Why a run is over, for people. */
    static String ending(Run run) {
        Run.Ending ending = run.ending();
        return ending == null ? "still running" : ending(ending.reason());
    }

    private static String ending(StopReason reason) {
        return switch (reason) {
            case TARGET_REACHED -> "target reached";
            case MAX_ITERATIONS -> "last iteration done";
            case NO_IMPROVEMENT -> "no improvement";
            case DUPLICATE_PROMPT -> "nothing new to try";
            case BUDGET -> "budget spent";
            case REJECTED -> "refused by the provider";
            case CANCELED -> "called off";
            case FAILED -> "failed";
        };
    }
}
