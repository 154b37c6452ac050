package dev.pentimento.adapters.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.Documented;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The document and the server say the same. That replies are as documented is checked with every request of every test of the server. */
@Timeout(120)
class OpenApiTest {
    @TempDir
    Path folder;

    private TestServer server;
    private JsonNode document;

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("home"));
        document = server.get("/openapi.json").json();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void documentIsOpenApi() {
        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asText()).isEqualTo("Pentimento");
        assertThat(document.get("paths").has("/api/v1/ws/{id}")).isTrue();
    }

    @Test
    void everyOperationIsServed() {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    Reply reply = server.send(
                            server.request(path.getKey().replaceAll("\\{\\w+}", "00000000-0000-7000-8000-000000000000"))
                                    .method(method.toUpperCase(Locale.ROOT), BodyPublishers.noBody()));

                    assertThat(reply.status())
                            .as("%s %s", method, path.getKey())
                            .isNotIn(405, 500, 501);
                    assertThat(reply.text()).doesNotContain("There is nothing at this address");
                }));
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        document.findValuesAsText("operationId")
                .forEach(name -> assertThat(names.add(name)).as(name).isTrue());

        assertThat(names).isNotEmpty();
    }

    /** Others can be sent twice as they are; the page about the API says why. */
    @Test
    void whateverMakesSomethingTakesAKey() {
        List<String> keyed = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().at("/post/parameters").forEach(parameter -> {
                    if (parameter.get("name").asText().equals("Idempotency-Key")) {
                        assertThat(parameter.get("in").asText()).isEqualTo("header");
                        keyed.add(path.getKey());
                    }
                }));

        assertThat(keyed)
                .containsExactlyInAnyOrder(
                        "/api/concepts/refine",
                        "/api/concepts/generate-with-palettes",
                        "/api/v1/runs",
                        "/api/v1/runs/{run_id}/refine",
                        "/api/v1/batches",
                        "/api/v1/batches/{id}/resume");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        document.findValuesAsText("$ref")
                .forEach(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void examplesAreAsTheirSchemasSay() {
        Documented documented = new Documented(document);
        document.findParents("example")
                .forEach(content -> assertThat(documented.errors(content.get("schema"), content.get("example")))
                        .as(content.toString())
                        .isEmpty());
    }

    @Test
    void pageShowsEveryOperationAndNeedsNothingFromOutside() {
        Reply page = server.get("/docs");

        assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        document.get("paths")
                .fieldNames()
                .forEachRemaining(path -> assertThat(page.text()).contains("<code>" + path + "</code>"));
        assertThat(page.text()).doesNotContain("<script", "<img", "<link", "http://", "https://fonts");
    }
}
