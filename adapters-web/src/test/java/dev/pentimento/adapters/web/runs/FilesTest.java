package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/v1/files/{run_id}/{path}}. */
class FilesTest extends RunScene {
    @Test
    void imagesComeWithTheirTypeAndCanDoNoHarm() {
        Reply reply = file(run(), "originals/image_0.png");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).contains("image/png");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(TestPictures.read(reply.bytes()).getRGB(0, 0) & 0xffffff).isEqualTo(0x3060c0);
    }

    @Test
    void documentsAreJson() {
        String run = run();

        assertThat(file(run, "pipeline_metadata.json").header("Content-Type")).contains("application/json");
        assertThat(file(run, "pipeline_metadata.json").json().get("run_id").asText())
                .isEqualTo(run);
        assertThat(file(run, "refinements.json").json().get("total_refinements").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"originals/image_1.png", "originals", "originals/", ".lock", "a/b/c", "originals/image_0.png/x"})
    void whatIsNotThereIsNotFound(String path) {
        assertProblem(file(run(), path), 404, "not_found", "There is no such file in this run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../pentimento.db",
                "originals/../../x",
                "..",
                "originals/..",
                "../%s/originals/image_0.png",
            })
    void wayOutOfTheRunIsDenied(String path) throws IOException {
        String run = run();

        String answer = raw("/api/v1/files/" + run + "/" + path.formatted(run));

        assertThat(answer).startsWith("HTTP/1.1 403").contains("\"detail\":\"Access denied\"");
    }

    /** These do not even reach a route: the server knows no address that can be read in two ways. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2e%2e/%2e%2e/pentimento.db", "..%2f..%2fpentimento.db", "originals/image_0.png%00", "..%5c..%5cx",
                "%252e%252e/x", "//etc/passwd", "originals/%c0%ae%c0%ae/x", "originals;x=1/image_0.png"
            })
    void wayThatIsHiddenInAnotherSpellingLeadsNowhere(String path) throws IOException {
        String answer = raw("/api/v1/files/" + run() + "/" + path);

        assertThat(answer).containsPattern("\\AHTTP/1.1 (400|403|404)").contains("\"code\":");
        assertThat(answer).doesNotContain("SQLite", "/tmp", "Exception");
    }

    @Test
    void filesOfAnUnknownRunAreUnknown() {
        assertProblem(
                file("00000000-0000-0000-0000-000000000000", "originals/image_0.png"),
                404,
                "not_found",
                "There is no such run");
    }

    /** The address goes out as it is written here, which no client library would do. */
    private String raw(String path) throws IOException {
        return server.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}
