package dev.pentimento.app.cli.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.prompt.Legibility;
import dev.pentimento.domain.prompt.Scene;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of prompts in JSON or YAML.
 *
 * @param model of those prompts that name none; null = the file names none
 */
public record PromptFile(@Nullable String model, List<Entry> entries) {
    public PromptFile {
        entries = List.copyOf(entries);
    }

    /** One prompt as it is written; a scene may lack every text, and is of no use for images then. */
    public record Entry(String id, Scene scene, @Nullable String model) {}

    /**
     * @param name as the user says it; {@code -} is standard input
     * @throws IllegalArgumentException with every problem of the file, each naming prompt and field
     */
    public static PromptFile read(String name, Path workingDirectory, InputStream standardInput) {
        return name.equals("-")
                ? of(PromptText.read(standardInput), PromptText.STANDARD_INPUT)
                : of(PromptText.read(name, workingDirectory), name);
    }

    private static PromptFile of(JsonNode tree, String name) {
        PromptSchema.check(tree, name);
        PromptFile file = of(tree);
        requireSafeIds(file.entries(), name);
        return file;
    }

    private static PromptFile of(JsonNode tree) {
        List<Entry> entries = new ArrayList<>();
        tree.path("prompts").forEach(prompt -> entries.add(entry(prompt)));
        return new PromptFile(text(tree, "model"), entries);
    }

    private static Entry entry(JsonNode prompt) {
        Scene scene = new Scene(
                words(prompt, "title"), words(prompt, "scene"), words(prompt, "mood"), words(prompt, "prompt"));
        return new Entry(prompt.path("id").asText(), scene, text(prompt, "model"));
    }

    private static String words(JsonNode prompt, String field) {
        return Legibility.visible(prompt.path(field).asText(""));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }

    /** Two ids that differ in case alone are one folder on some systems. */
    private static void requireSafeIds(List<Entry> entries, String name) {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String id = entries.get(i).id();
            Integer first = seen.putIfAbsent(id.toLowerCase(Locale.ROOT), i);
            if (Item.isDevice(id)) {
                problems.add(
                        "prompt %d, field 'id': '%s' is no safe name for a folder, as it is that of a device on Windows; choose another"
                                .formatted(i + 1, id));
            } else if (!Item.isSafe(id)) {
                problems.add(
                        "prompt %d, field 'id': '%s' is no safe name for a folder; use letters, digits, '.', '_' and '-', at most %d, beginning with a letter or digit and not ending with a dot"
                                .formatted(i + 1, id, Item.MAX_ID));
            } else if (first != null) {
                problems.add(
                        "prompt %d, field 'id': '%s' is also the id of prompt %d; ids must differ in more than case"
                                .formatted(i + 1, id, first + 1));
            }
        }
        if (!problems.isEmpty()) {
            throw PromptSchema.rejected(name, problems);
        }
    }

    /**
     * @param name of the file
     * @throws IllegalArgumentException if some have no text at all, naming them
     */
    public List<Item> items(String name) {
        requireTexts(name);
        return entries.stream()
                .map(entry -> new Item(entry.id(), entry.scene(), entry.model() == null ? model : entry.model()))
                .toList();
    }

    private void requireTexts(String name) {
        List<String> problems = IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).scene().text().isEmpty())
                .mapToObj(i -> "prompt %d ('%s') has no text; give it a prompt or a scene"
                        .formatted(i + 1, entries.get(i).id()))
                .toList();
        if (!problems.isEmpty()) {
            throw PromptSchema.rejected(name, problems);
        }
    }
}
