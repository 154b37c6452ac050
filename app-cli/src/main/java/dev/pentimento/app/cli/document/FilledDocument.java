package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.WritePrompt.Written;
import java.util.List;
import java.util.Map;

/**
 * Prompts that were written for a file.
 *
 * @param file absolute
 */
public record FilledDocument(String file, List<Filled> written) {

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
                        .toList());
    }
}
