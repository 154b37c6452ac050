package dev.pentimento.app.cli.document;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.in.WritePrompt.Written;
import java.util.List;
import java.util.Map;

/**
 * Prompts that were written for a file.
 *
 * @param file absolute
 * @param cost of what was asked now; answers that were kept cost nothing
 */
public record FilledDocument(String file, List<Filled> written, CostDocument cost) {

    /**
     * One of them.
     *
     * @param writer the provider that wrote it
     */
    public record Filled(String id, String prompt, String writer) {}

    /** @param written by the ids of the prompts */
    public static FilledDocument of(String file, Map<String, Written> written) {
        return new FilledDocument(
                file,
                written.entrySet().stream()
                        .map(entry -> new Filled(
                                entry.getKey(),
                                entry.getValue().prompt(),
                                entry.getValue().writer()))
                        .toList(),
                CostDocument.of(written.values().stream().map(Written::cost).reduce(Cost.free(), Cost::plus)));
    }
}
