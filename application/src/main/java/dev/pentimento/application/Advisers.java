package dev.pentimento.application;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.ListProviders.Role;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Providers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses whom to ask what a person wants to know: who is named, else the first configured one that can. */
final class Advisers {
    private final Providers providers;

    Advisers(Providers providers) {
        this.providers = providers;
    }

    /** @param named null = nobody is */
    Casting.Critic critic(@Nullable String named) {
        return adviser(
                named,
                Role.CRITIQUE,
                "judge images",
                name -> providers.named(name).critic().map(role -> new Casting.Critic(name, role)));
    }

    /** As {@link #critic}, for somebody who does a task. */
    Casting.Writer writer(@Nullable String named, PromptWriter.Task task) {
        return adviser(
                named,
                Role.WRITE,
                "write " + task.name().toLowerCase(Locale.ROOT) + "s",
                name -> providers
                        .named(name)
                        .writer()
                        .filter(role -> role.tasks().contains(task))
                        .map(role -> new Casting.Writer(name, role)));
    }

    private <T> T adviser(@Nullable String named, Role role, String task, Function<String, Optional<T>> find) {
        List<String> configured = providers.serving(role);
        return (named == null ? configured : List.of(named))
                .stream()
                        .flatMap(name -> find.apply(name).stream())
                        .findFirst()
                        .orElseThrow(() -> new ProviderFailure.InvalidRequest(
                                named == null ? nobody(configured, role, task) : cannot(named, configured, task)));
    }

    private static String nobody(List<String> configured, Role role, String task) {
        return "No configured provider can %s (%s); add one that can to providers.%s, such as local"
                .formatted(
                        task,
                        configured.isEmpty() ? "none is configured" : String.join(", ", configured),
                        role.name().toLowerCase(Locale.ROOT));
    }

    private static String cannot(String named, List<String> configured, String task) {
        return configured.isEmpty()
                ? "Provider '%s' does not %s, and no other is configured for it".formatted(named, task)
                : "Provider '%s' does not %s; leave --provider out to ask %s"
                        .formatted(named, task, String.join(", ", configured));
    }
}
