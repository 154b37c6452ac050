package dev.pentimento.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: never a 500, never a path of this machine, never a trace of the code. */
@Timeout(240)
class HostileInputTest {
    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void assertHarmless(String answer) {
        assertThat(answer)
                .matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) .*")
                .doesNotContain("dev.pentimento", "jetty", "javalin", "Exception", folder.toString(), "root:");
    }

    private String get(String target, String... headers) throws IOException {
        return server.raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join("", headers) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tasks/../../../../etc/passwd",
                "/api/tasks/..%2f..%2f..%2fetc%2fpasswd",
                "/api/tasks/%2e%2e/%2e%2e/etc/passwd",
                "/api/tasks/..;/etc/passwd",
                "/api/tasks/%00",
                "/api/tasks/a%00b",
                "/api/tasks/%",
                "/api/tasks/%zz",
                "/api/tasks/%c0%ae%c0%ae/",
                "/api/tasks/%0d%0aSet-Cookie:%20a=b",
                "/api/tasks/\\..\\..",
                "/api/images/../server.key",
                "/api/images/..%2fserver.key",
                "/api/images/%00.png?expires=1&signature=x",
                "/api/images/00000000-0000-0000-0000-000000000000.png?expires=-1&signature=",
                "/api/images/00000000-0000-0000-0000-000000000000.png?expires=99999999999999999999&signature=x",
                "/api/storage/concept/' or 1=1 --",
                "/api/tasks?limit=99999999999999999999",
                "/api/tasks?status=%00",
                "/api/tasks?limit=%zz",
                "/api/v1/runs?page=%",
                "//api//tasks//x",
                "http://169.254.169.254/api/tasks/x",
                "/nowhere/<script>alert(1)</script>"
            })
    void strangeAddressesAreRefused(String target) throws IOException {
        assertHarmless(get(target));
    }

    @Test
    void connectionThatEndsAfterWhatCannotBeReadIsSaidToEnd() throws IOException {
        assertThat(lines("GET /api/tasks/%00 HTTP/1.1", "Host: localhost", "", ""))
                .startsWith("HTTP/1.1 400")
                .contains("Connection: close");
    }

    private String lines(String... lines) throws IOException {
        return server.raw(String.join("\r\n", lines));
    }

    @Test
    void strangeRequestsAreRefused() throws IOException {
        assertHarmless(lines("GET / HTTP/9.9", "Host: localhost", "", ""));
        assertHarmless(lines("\u0000\u0001\u0002 / HTTP/1.1", "", ""));
        assertHarmless(lines("GET /health HTTP/1.1", "Connection: close", "", ""));
        assertHarmless(lines("GET /health HTTP/1.1", "Host: localhost", "X: a", " b: c", ": ", "", ""));
        assertHarmless(lines("BREW /health HTTP/1.1", "Host: localhost", "Connection: close", "", ""));
        assertHarmless(get("/health", "X-Long: " + "x".repeat(40_000) + "\r\n"));
        assertHarmless(get("/" + "x".repeat(40_000)));
    }

    @Test
    void bodiesThatLieAboutTheirLengthAreRefused() throws IOException {
        String post = "POST /api/concepts/refine HTTP/1.1";
        String json = "Content-Type: application/json";
        String end = "Connection: close";

        assertHarmless(lines(
                post,
                "Host: localhost",
                json,
                end,
                "Content-Length: 5",
                "Transfer-Encoding: chunked",
                "",
                "0",
                "",
                ""));
        assertHarmless(lines(post, "Host: localhost", json, end, "Content-Length: 500", "", "{\"a\": 1"));
    }

    @Test
    void bodiesThatAreTooLargeOrTooDeepAreRefused() {
        Reply large =
                server.post("/api/concepts/refine", "{\"refinement_prompt\": \"" + "x".repeat(10_000_000) + "\"}");
        Reply deep =
                server.post("/api/concepts/refine", "{\"mask\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        Reply twice = server.post(
                "/api/concepts/refine", "{\"refinement_prompt\": \"one time\", \"refinement_prompt\": \"two times\"}");
        Reply number = server.post("/api/concepts/refine", "{\"strength\": 1e999999999}");

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().get("code").asText()).isEqualTo("too_large");
        assertThat(deep.status()).isEqualTo(422);
        assertThat(twice.status()).isEqualTo(422);
        assertThat(number.status()).isEqualTo(422);
        assertThat(server.get("/health").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "x-gzip, identity"})
    void packedBodiesAreNotUnpacked(String encoding) {
        for (String path : List.of("/api/concepts/refine", "/api/v1/batches", "/api/v1/lineage/export")) {
            assertThat(server.post(path, "packed", "Content-Encoding", encoding).status())
                    .isEqualTo(415);
        }
        Reply form = server.send(
                FormBody.of("prompt", "a fox").in(server.request("/api/v1/runs", "Content-Encoding", encoding)));

        assertThat(form.status()).isEqualTo(415);
        assertThat(form.json().get("message").asText()).contains("without Content-Encoding");
        assertThat(form.header("Accept-Encoding")).contains("identity");
        assertThat(server.post("/api/v1/lineage/export", "{}", "Content-Encoding", "identity")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0\u00a0\u00a0\u00a0\u00a0",
                "\u200b\u200b\u200b\u200b\u200b",
                "\u2007 \ufeff\u2060\u3164\u00ad\ufe0f"
            })
    void textOfWhichNothingCanBeSeenIsNone(String text) {
        Reply task = server.post(
                "/api/concepts/refine",
                "{\"original_image_url\": \"https://example.com/a.png\", \"refinement_prompt\": \"%s\"}"
                        .formatted(text));
        Reply run = server.send(FormBody.of("prompt", text).in(server.request("/api/v1/runs")));
        Reply batch =
                server.post("/api/v1/batches", "{\"prompts\": [{\"id\": \"a\", \"prompt\": \"%s\"}]}".formatted(text));

        assertThat(task.text()).contains("refinement_prompt: is required");
        assertThat(run.text()).contains("prompt: is required");
        assertThat(batch.text()).contains("prompts[0].prompt: is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/concepts/refine", "/api/tasks", "/api/nothing", "/api/v1/runs"})
    void whoeverSendsEverythingBeforeReadingSeesTheRefusal(String path) throws IOException {
        String body = " ".repeat(32 << 20);

        String answer = lines(
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "",
                body);

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*\"code\":.*");
    }

    @Test
    void partsWithoutANameAreHarmless() throws IOException {
        String part = "--x\r\nContent-Disposition: form-data%s\r\n\r\nhello\r\n";
        String body = part.formatted("") + part.formatted("; filename=\"a\"") + "--x--\r\n";

        assertHarmless(lines(
                "POST /api/v1/runs HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: " + body.length(),
                "",
                body));
    }

    @Test
    void bodyOfUnknownLengthIsCutOffToo() {
        byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        Reply reply = server.send(server.request("/api/concepts/refine")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArrays(Collections.nCopies(64, piece))));

        assertThat(reply.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/jsonx",
                "*/*",
                "json"
            })
    void onlyJsonIsReadAsJson(String type) {
        Reply reply = server.send(server.request("/api/concepts/refine")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{}")));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.json().get("code").asText()).isEqualTo("unsupported_media_type");
    }

    @Test
    void pageOfAStrangerCanChangeNothing() {
        String body = "{\"logo_description\": \"a fox for a bakery\"}";
        String path = "/api/concepts/generate-with-palettes";

        for (String origin : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
            Reply reply = server.post(path, body, "Origin", origin);
            assertThat(reply.status()).as(origin).isEqualTo(403);
            assertThat(reply.json().get("code").asText()).isEqualTo("foreign_origin");
        }
        assertThat(server.home().countOpenJobs().handle().total()).isZero();
        assertThat(server.post(path, body, "Origin", server.address().toString())
                        .status())
                .as("a page of the server itself")
                .isEqualTo(202);
    }

    @Test
    void nameThatAStrangerGaveThisMachineIsNotAnsweredTo() throws IOException {
        String rebound = server.raw("GET /api/tasks HTTP/1.1\r\nHost: evil.example:8080\r\nConnection: close\r\n\r\n");

        assertThat(rebound).startsWith("HTTP/1.1 403");
        for (String name : List.of("localhost", "127.0.0.1", "[::1]")) {
            assertThat(server.raw("GET /api/tasks HTTP/1.1\r\nHost: " + name + ":1\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/concepts/refine", "/api/v1/batches", "/api/v1/runs"})
    void charsetThatNobodyKnowsIsNoFaultOfTheServer(String path) throws IOException {
        for (String type : List.of(
                "application/json; charset=bogus",
                "application/x-www-form-urlencoded; charset=%",
                "multipart/form-data; boundary=x; charset=bogus")) {
            assertHarmless(
                    server.raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                            + type + "\r\nContent-Length: 2\r\n\r\n{}"));
        }
    }

    @Test
    void damagedHomeIsNotTold() {
        server.home().close(Duration.ZERO);

        Reply reply = server.get("/api/tasks");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isPresent();
        assertThat(reply.text()).doesNotContain(folder.toString(), "sqlite", "Exception");
    }
}
