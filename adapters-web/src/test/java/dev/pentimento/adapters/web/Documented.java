package dev.pentimento.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every reply of a server, and every body that it takes, against what its own OpenAPI document says of it. */
public final class Documented {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    public Documented(JsonNode document) {
        this.document = document;
    }

    public JsonNode document() {
        return document;
    }

    /** @throws AssertionError if the reply to a documented operation is not as documented */
    void check(String method, String path, Reply reply) {
        operation(method, path).ifPresent(operation -> {
            JsonNode answer = answer(operation, reply);
            JsonNode schema = answer.at("/content/application~1json/schema");
            boolean isJson = reply.header("Content-Type").orElse("").contains("json");
            if (isJson && !schema.isMissingNode()) {
                assertThat(errors(schema, reply.json()))
                        .as("%s %s: %s", method, path, reply)
                        .isEmpty();
            }
        });
    }

    /** @throws AssertionError if the server took a body that is not as documented */
    void checkTaken(String method, String path, String body) {
        operation(method, path).ifPresent(operation -> {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            boolean left =
                    body.isEmpty() && !operation.at("/requestBody/required").asBoolean();
            if (!schema.isMissingNode() && !left) {
                assertThat(errors(schema, json(body)))
                        .as("%s %s takes %s", method, path, body)
                        .isEmpty();
            }
        });
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer(JsonNode operation, Reply reply) {
        JsonNode responses = operation.get("responses");
        JsonNode answer = responses.path(String.valueOf(reply.status()));
        if (answer.isMissingNode()) {
            assertThat(reply.status())
                    .as("%s documents no status %d: %s", operation.get("operationId"), reply.status(), reply)
                    .isGreaterThanOrEqualTo(300);
            return responses.get("default");
        }
        return answer;
    }

    private Optional<JsonNode> operation(String method, String path) {
        for (Map.Entry<String, JsonNode> known : document.get("paths").properties()) {
            JsonNode operation = known.getValue().path(method.toLowerCase(Locale.ROOT));
            if (!operation.isMissingNode() && fits(known.getKey(), path)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String known, String path) {
        return path.matches(known.replaceAll("\\{\\w+}", "[^/]+") + "/?");
    }

    /** What is wrong with a document by a schema that may refer to others of the OpenAPI document. */
    public List<Error> errors(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::schema).validate(value);
    }

    private Schema schema(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.get("components"));
        return SCHEMAS.getSchema(whole);
    }
}
