package dev.pentimento.adapters.web.batches;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.prompt.Scene;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the prompts of a batch; whatever is wrong names the prompt and the member, such as {@code prompts[0].id}. */
final class Prompts {
    private static final String NAME = "prompts";
    private static final int MOST = 200;
    private static final int LONGEST = 5000;

    private final Fields fields;
    private final Set<String> ids = new HashSet<>();

    Prompts(Fields fields) {
        this.fields = fields;
    }

    List<BatchRequest.Prompt> read() {
        JsonNode list = fields.required(NAME, fields.node(NAME)).orElse(null);
        List<BatchRequest.Prompt> prompts = new ArrayList<>();
        if (list == null) {
            return prompts;
        }
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            fields.wrong(NAME, "must be a list of 1 to %d objects".formatted(MOST));
            return prompts;
        }
        for (int i = 0; i < list.size(); i++) {
            prompts.add(prompt(list.get(i), "%s[%d]".formatted(NAME, i)));
        }
        return prompts;
    }

    private BatchRequest.Prompt prompt(JsonNode node, String place) {
        if (!node.isObject()) {
            fields.wrong(place, "must be an object");
        }
        String id = text(node, place, "id");
        BatchRequest.Prompt prompt = new BatchRequest.Prompt(
                id == null ? "" : id,
                words(node, place, "title"),
                words(node, place, "scene"),
                words(node, place, "mood"),
                words(node, place, "prompt"),
                words(node, place, "model"));
        check(prompt, place);
        return prompt;
    }

    private void check(BatchRequest.Prompt prompt, String place) {
        if (!Item.isSafe(prompt.id())) {
            fields.wrong(
                    place + ".id",
                    "must be 1 to %d letters, digits, '.', '_' and '-', begin with a letter or digit, not end with a dot, and be no name of a device"
                            .formatted(Item.MAX_ID));
        } else if (!ids.add(prompt.id().toLowerCase(Locale.ROOT))) {
            fields.wrong(place + ".id", "must differ from those of the other prompts in more than case");
        }
        if (scene(prompt).text().isEmpty()) {
            fields.wrong(place + ".prompt", "is required where title, scene and mood are empty");
        }
    }

    private @Nullable String words(JsonNode node, String place, String name) {
        String sent = text(node, place, name);
        return sent == null ? null : fields.text(place + "." + name, sent).orElse(null);
    }

    private @Nullable String text(JsonNode node, String place, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST) {
            fields.wrong(place + "." + name, "must be a text of at most %d characters".formatted(LONGEST));
            return null;
        }
        return value.textValue();
    }

    /** @param usual the model of a prompt that names none; null = that of the provider */
    static Item item(BatchRequest.Prompt prompt, @Nullable String usual) {
        String model = prompt.model() == null ? usual : prompt.model();
        return new Item(prompt.id(), scene(prompt), model);
    }

    private static Scene scene(BatchRequest.Prompt prompt) {
        return new Scene(
                orEmpty(prompt.title()), orEmpty(prompt.scene()), orEmpty(prompt.mood()), orEmpty(prompt.prompt()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
