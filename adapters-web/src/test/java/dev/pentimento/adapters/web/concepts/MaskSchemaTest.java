package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pentimento.adapters.web.Documented;
import dev.pentimento.adapters.web.Reply;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document says of masks is what the server takes. */
class MaskSchemaTest extends ConceptScene {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POINTS = "[[0, 0], [1, 0], [0.5, 1]]";

    @Override
    String[] settings() {
        return new String[] {"limits.local.active-per-user", "100", "limits.local.refine-per-month", "100"};
    }

    private Reply refineWithin(String mask) throws IOException {
        return server.post("/api/concepts/refine", body(mask).toString());
    }

    private ObjectNode body(String mask) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(refinement(logo()));
        body.set("mask", JSON.readTree(mask));
        return body;
    }

    private boolean isDocumented(String mask) throws IOException {
        Documented documented = new Documented(server.get("/openapi.json").json());
        JsonNode schema = documented
                .document()
                .at("/paths/~1api~1concepts~1refine/post/requestBody/content/application~1json/schema");
        return documented.errors(schema, body(mask)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{'x': 0, 'y': 0, 'width': 1, 'height': 0.5}",
                "{'x': 0.1, 'y': 0.2, 'width': 0.3, 'height': 0.4, 'colour': 'red'}",
                "{'type': 'rectangle', 'x1': 0.1, 'y1': 0, 'x2': 0.9, 'y2': 1}",
                "{'type': 'circle', 'cx': 0.5, 'cy': 0.5, 'radius': 0.25}",
                "{'type': 'polygon', 'points': " + POINTS + "}",
                "[{'x': 0, 'y': 0, 'width': 1, 'height': 0.5}, {'type': 'circle', 'cx': 1, 'cy': 1, 'radius': 1}]"
            })
    void maskThatIsTakenIsDocumented(String mask) throws IOException {
        String json = mask.replace('\'', '"');

        assertThat(refineWithin(json).status()).isEqualTo(202);
        assertThat(isDocumented(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'everything'",
                "7",
                "[]",
                "[[]]",
                "{}",
                "{'x': 0, 'y': 0, 'width': 1}",
                "{'x': '0', 'y': 0, 'width': 1, 'height': 1}",
                "{'x': -0.1, 'y': 0, 'width': 1, 'height': 1}",
                "{'x': 0, 'y': 0, 'width': 0, 'height': 1}",
                "{'type': null, 'x': 0, 'y': 0, 'width': 1, 'height': 1}",
                "{'type': 'square', 'x': 0, 'y': 0, 'width': 1, 'height': 1}",
                "{'type': 'circle', 'cx': 0.5, 'cy': 0.5}",
                "{'type': 'circle', 'cx': 0.5, 'cy': 0.5, 'radius': 2}",
                "{'type': 'polygon', 'points': [[0, 0], [1, 0]]}",
                "{'type': 'polygon', 'points': [[0, 0], [1, 0], [0.5]]}",
                "{'type': 'polygon', 'points': [[0, 0], [1, 0], [0.5, 1.5]]}",
                "[{'x': 0, 'y': 0, 'width': 1, 'height': 1}, 7]"
            })
    void maskThatIsNotDocumentedIsRefused(String mask) throws IOException {
        String json = mask.replace('\'', '"');

        Reply reply = refineWithin(json);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.json().at("/field_errors/mask")).isNotEmpty();
        assertThat(isDocumented(json)).isFalse();
    }
}
