package dev.pentimento.app.cli.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pentimento.domain.prompt.Legibility;
import dev.pentimento.ports.spi.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file of prompts has to look like, by a JSON schema; its complaints are put so that people find the place. */
final class PromptSchema {
    private static final String SCHEMA = "prompts.schema.json";

    /** As many as one can mend before looking again. */
    private static final int MOST_PROBLEMS = 5;

    private PromptSchema() {}

    static void check(JsonNode tree, String name) {
        List<Error> errors = schema().validate(tree);
        if (!errors.isEmpty()) {
            throw rejected(
                    name, errors.stream().map(error -> problem(error, tree)).toList());
        }
        requireReadable(tree, name);
    }

    private static void requireReadable(JsonNode tree, String name) {
        List<String> problems = new ArrayList<>(unreadable(tree, "", tree));
        for (int i = 0; i < tree.path("prompts").size(); i++) {
            problems.addAll(unreadable(tree.path("prompts").get(i), "/prompts/" + i, tree));
        }
        if (!problems.isEmpty()) {
            throw rejected(name, problems);
        }
    }

    private static List<String> unreadable(JsonNode owner, String pointer, JsonNode tree) {
        return owner.properties().stream()
                .filter(field -> !Legibility.isReadable(field.getValue().asText("")))
                .map(field -> "%s has a control character, or something that is no character; write plain text"
                        .formatted(Place.of(pointer + "/" + field.getKey(), tree)))
                .toList();
    }

    static IllegalArgumentException rejected(String name, List<String> problems) {
        List<String> told =
                new ArrayList<>(problems.stream().limit(MOST_PROBLEMS).toList());
        if (problems.size() > MOST_PROBLEMS) {
            told.add("and %d more".formatted(problems.size() - MOST_PROBLEMS));
        }
        return new IllegalArgumentException(name + ": " + String.join("; ", told));
    }

    private static Schema schema() {
        try (InputStream schema = Objects.requireNonNull(PromptSchema.class.getResourceAsStream(SCHEMA))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of prompts cannot be read", e);
        }
    }

    private static String problem(Error error, JsonNode tree) {
        Place place = Place.of(error.getInstanceLocation().toString(), tree);
        return switch (error.getKeyword()) {
            case "required" -> "%s lacks the field '%s'".formatted(place.owner(), error.getProperty());
            case "additionalProperties" ->
                "%s has a field '%s', which is unknown%s"
                        .formatted(
                                place.owner(), error.getProperty(), Suggestion.hint(error.getProperty(), known(error)));
            case "type" ->
                "%s must be %s but is %s"
                        .formatted(
                                place,
                                kind(error.getSchemaNode().asText()),
                                kind(error.getInstanceNode().getNodeType().name()));
            case "minLength" ->
                place.field().equals("id")
                        ? "%s is empty; give the prompt a name of its own, such as 'fox'".formatted(place)
                        : "%s is empty; leave it out or say something".formatted(place);
            case "maxLength" ->
                "%s is longer than %s characters"
                        .formatted(place, error.getSchemaNode().asText());
            case "minItems" -> "%s is empty; a file needs at least one prompt".formatted(place);
            case "maxItems" ->
                "%s has more than %s prompts"
                        .formatted(place, error.getSchemaNode().asText());
            default -> "%s: %s".formatted(place, error.getMessage());
        };
    }

    private static Set<String> known(Error error) {
        return error.getInstanceLocation().getNameCount() == 0
                ? Set.of("model", "prompts")
                : Set.of("id", "title", "scene", "mood", "prompt", "model");
    }

    private static String kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "string" -> "text";
            case "array" -> "a list";
            case "object" -> "an object";
            case "number", "integer" -> "a number";
            case "boolean" -> "true or false";
            case "null", "missing" -> "nothing";
            default -> type;
        };
    }

    /**
     * Where something is.
     *
     * @param owner what has the field, for people
     * @param field empty for the whole of it
     */
    private record Place(String owner, String field) {
        static Place of(String pointer, JsonNode tree) {
            List<String> steps = List.of(pointer.split("/")).stream()
                    .filter(step -> !step.isEmpty() && !step.equals("$"))
                    .collect(Collectors.toList());
            if (steps.size() < 2) {
                return new Place("the file", String.join("", steps));
            }
            return new Place(prompt(steps.get(1), tree), steps.size() > 2 ? steps.get(2) : "");
        }

        private static String prompt(String index, JsonNode tree) {
            int number = Integer.parseInt(index);
            String id = tree.path("prompts").path(number).path("id").asText("");
            return "prompt %d%s".formatted(number + 1, id.isEmpty() ? "" : " ('%s')".formatted(id));
        }

        @Override
        public String toString() {
            return field.isEmpty() ? owner : "%s, field '%s'".formatted(owner, field);
        }
    }
}
