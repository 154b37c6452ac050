package dev.pentimento.adapters.jigsawstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pentimento.domain.image.Palette;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the palettes that a language model wrote: what is no colour is left out, and what has too few is no palette. */
final class PaletteAnswer {
    private static final Pattern HEX = Pattern.compile("#?[0-9a-fA-F]{6}");
    private static final int FEWEST_COLORS = 2;
    private static final int LONGEST_NAME = 60;

    private PaletteAnswer() {}

    /** What the model is shown of the form that its answer shall have. */
    static ObjectNode example() {
        ObjectNode palette = Json.object().put("name", "short name").put("description", "one sentence");
        palette.putArray("colors").add("#1a2b3c").add("#d4e5f6");
        return palette;
    }

    /** @param result an array, an object with one inside, or a text that holds one of them */
    static List<Palette> palettes(JsonNode result) {
        JsonNode parsed = result.isTextual() ? Json.within(result.textValue()).orElse(result) : result;
        JsonNode list = parsed.isObject() ? firstArray(parsed) : parsed;
        return Json.elements(list).flatMap(element -> palette(element).stream()).toList();
    }

    private static JsonNode firstArray(JsonNode object) {
        for (JsonNode member : object) {
            if (member.isArray()) {
                return member;
            }
        }
        return object;
    }

    private static Optional<Palette> palette(JsonNode element) {
        List<String> colors = Json.elements(element.path("colors"))
                .flatMap(color -> hex(color).stream())
                .distinct()
                .toList();
        if (colors.size() < FEWEST_COLORS) {
            return Optional.empty();
        }
        return Json.text(element, "name")
                .map(name -> new Palette(
                        line(name), line(Json.text(element, "description").orElse("")), colors));
    }

    private static Optional<String> hex(JsonNode color) {
        return Optional.ofNullable(color.textValue())
                .map(String::strip)
                .filter(text -> HEX.matcher(text).matches())
                .map(text -> (text.startsWith("#") ? text : "#" + text).toLowerCase(Locale.ROOT));
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= 4 * LONGEST_NAME ? line : line.substring(0, 4 * LONGEST_NAME);
    }
}
