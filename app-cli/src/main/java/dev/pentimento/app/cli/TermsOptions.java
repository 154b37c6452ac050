package dev.pentimento.app.cli;

import dev.pentimento.ports.in.EvaluateImage.Asked;
import dev.pentimento.ports.in.EvaluateImage.Terms;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** On which terms critics and writers are asked. */
final class TermsOptions {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "Who judges and writes; default: the first configured one that can. See: pentimento providers")
    private @Nullable String provider;

    @Mixin
    private BudgetOption budget = new BudgetOption();

    @Option(
            names = "--again",
            description = "Ask, and pay, also where an answer is kept from the last time; a checklist stays.")
    private boolean again;

    @Option(
            names = "--accept-possible-charge",
            description =
                    "Ask also what may have been charged already and brought nothing, and so may be charged twice.")
    private boolean acceptPossibleCharge;

    Terms terms(Consumer<Asked> listener) {
        return new Terms(provider, budget.microUsd(), again, acceptPossibleCharge, listener);
    }
}
