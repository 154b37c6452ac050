package dev.pentimento.app.cli.document;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.WritePrompt.Written;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prompts that were written for a file.
 *
 * @param file absolute; null if it was not written, as nothing came that is a prompt
 * @param failures of prompts that still lack
 * @param cost of what was asked now; answers that were kept cost nothing
 */
public record FilledDocument(@Nullable String file, List<Filled> written, List<Unfilled> failures, CostDocument cost) {

    /**
     * One of them.
     *
     * @param writer the provider that wrote it
     */
    public record Filled(String id, String prompt, String writer) {}

    /** One for which something came that is no prompt. */
    public record Unfilled(String id, String code, String message) {}

    /** Both by the ids of the prompts. */
    public static FilledDocument of(
            @Nullable String file, Map<String, Written> written, Map<String, ProviderFailure.Unintelligible> rejected) {
        Stream<Cost> costs = Stream.concat(
                written.values().stream().map(Written::cost),
                rejected.values().stream().map(ProviderFailure.Unintelligible::cost));
        return new FilledDocument(
                file,
                written.entrySet().stream()
                        .map(entry -> new Filled(
                                entry.getKey(),
                                entry.getValue().prompt(),
                                entry.getValue().writer()))
                        .toList(),
                rejected.entrySet().stream()
                        .map(entry -> new Unfilled(
                                entry.getKey(),
                                entry.getValue().code().label(),
                                String.valueOf(entry.getValue().getMessage())))
                        .toList(),
                CostDocument.of(costs.reduce(Cost.free(), Cost::plus)));
    }
}
