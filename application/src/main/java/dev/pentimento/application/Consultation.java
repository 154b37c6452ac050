package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Providers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Asks critics and writers outside of any job. Only those are asked who promise to cost nothing: every other call has to be entered in the ledger of a
 * job first.
 */
final class Consultation {
    private final Providers providers;
    private final Mint mint;

    Consultation(Providers providers, Mint mint) {
        this.providers = providers;
        this.mint = mint;
    }

    /** Somebody who costs nothing, by name. */
    record Adviser<R>(String name, R role) {}

    /** The first configured one that costs nothing. */
    Adviser<ImageCritic> critic() {
        return adviser(
                Role.CRITIQUE,
                "judge images",
                name -> providers.named(name).critic().filter(role -> isFree(role.estimate())));
    }

    /** The same of those who do a task. */
    Adviser<PromptWriter> writer(PromptWriter.Task task) {
        return adviser(
                Role.WRITE,
                "write " + task.name().toLowerCase(Locale.ROOT) + "s",
                name -> providers
                        .named(name)
                        .writer()
                        .filter(role -> role.tasks().contains(task) && isFree(role.estimate())));
    }

    private static boolean isFree(Cost estimate) {
        return estimate.microUsd().orElse(1) == 0;
    }

    private <R> Adviser<R> adviser(Role role, String task, Function<String, Optional<R>> find) {
        List<String> names = providers.serving(role);
        return names.stream()
                .flatMap(name -> find.apply(name).map(found -> new Adviser<>(name, found)).stream())
                .findFirst()
                .orElseThrow(() -> new ProviderFailure.InvalidRequest(
                        "No configured provider can %s for nothing (%s); add local to providers.%s, or let a batch do it, which may cost money"
                                .formatted(
                                        task,
                                        names.isEmpty() ? "none is configured" : String.join(", ", names),
                                        role.name().toLowerCase(Locale.ROOT))));
    }

    /** An unreadable answer is asked for once more. */
    <R, T> T ask(Adviser<R> adviser, BiFunction<R, CallContext, Answered<T>> question) {
        try {
            return question.apply(adviser.role(), context(adviser)).value();
        } catch (ProviderFailure.Unintelligible e) {
            return question.apply(adviser.role(), context(adviser)).value();
        }
    }

    private CallContext context(Adviser<?> adviser) {
        return CallContext.unattended(
                mint.now().plus(providers.policy(adviser.name()).timeout()));
    }
}
