package dev.pentimento.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.ports.failure.InvalidSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every address of the server. */
@Timeout(120)
class WebServerTest {
    private static final String FRIEND = "https://app.example.com";

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("home"), "server.allowed-origins", FRIEND);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void serverSaysThatItIsThere() {
        Reply reply = server.get("/health");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("status").asText()).isEqualTo("ok");
        assertThat(reply.header("X-Request-Id")).isPresent();
    }

    @Test
    void serverSaysThatItCanTakeWork() {
        Reply reply = server.get("/health/ready");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("jobs_waiting").asInt()).isZero();
    }

    @Test
    void requestKeepsTheIdThatItsCallerGaveIt() {
        assertThat(server.get("/health", "X-Request-Id", "abc-1").header("X-Request-Id"))
                .contains("abc-1");
        assertThat(server.get("/health", "X-Request-Id", "a b").header("X-Request-Id"))
                .isPresent()
                .isNotEqualTo(Optional.of("a b"));
    }

    @Test
    void unknownAddressIsAProblemForProgramsToo() {
        Reply reply = server.get("/nowhere");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("code").asText()).isEqualTo("not_found");
        assertThat(reply.json().get("detail")).isEqualTo(reply.json().get("message"));
        assertThat(reply.json().get("title").asText()).isEqualTo("Not Found");
        assertThat(reply.json().get("type").asText()).isEqualTo("about:blank");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /health, 'GET, HEAD, OPTIONS'",
        "PUT, /api/concepts/refine, 'POST, OPTIONS'",
        "GET, /api/v1/runs/x/cancel, 'POST, OPTIONS'",
        "HEAD, /api/v1/batches, 'POST, OPTIONS'",
        "PATCH, /api/v1/runs, 'GET, HEAD, POST, OPTIONS'",
        "POST, /api/tasks/x, 'GET, HEAD, DELETE, OPTIONS'"
    })
    void whoAsksByAMethodThatAnAddressDoesNotTakeIsToldWhichItTakes(String method, String path, String allowed) {
        for (String accepted : List.of("application/json", "text/html")) {
            Reply reply = server.send(server.request(path, "Accept", accepted).method(method, BodyPublishers.noBody()));

            assertThat(reply.status()).isEqualTo(405);
            assertThat(methods(reply)).containsExactlyInAnyOrder(allowed.split(", "));
            if (!method.equals("HEAD")) {
                assertThat(reply.json().get("code").asText()).isEqualTo("method_not_allowed");
            }
        }
    }

    private static String[] methods(Reply reply) {
        return reply.header("Allow").orElse("").split(", ");
    }

    @Test
    void addressSaysWhatItTakes() {
        Reply reply = server.send(server.request("/api/v1/runs").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(methods(reply)).containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/api/tasks", "/api/tasks/00000000-0000-7000-8000-000000000000", "/openapi.json"})
    void headIsToldWhatGetIsToldWithoutTheBody(String path) {
        Reply get = server.get(path);

        Reply head = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @Test
    void pageOfAnAllowedOriginMayReadEveryAnswer() {
        for (String path : List.of("/health", "/nowhere")) {
            Reply reply = server.get(path, "Origin", FRIEND);

            assertThat(reply.header("Access-Control-Allow-Origin")).contains(FRIEND);
            assertThat(reply.header("Access-Control-Allow-Credentials")).contains("true");
            assertThat(reply.header("Access-Control-Expose-Headers").orElse(""))
                    .contains("X-RateLimit-Remaining", "Retry-After", "Location");
            assertThat(reply.header("Vary")).contains("Origin");
        }
    }

    @Test
    void pageOfAnotherOriginMayNot() {
        assertThat(server.get("/health", "Origin", "https://evil.example").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void preflightAllowsWhateverHeaderIsAskedFor() {
        Reply reply = server.send(server.request(
                        "/api/concepts/refine",
                        "Origin",
                        FRIEND,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization, x-anything")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Access-Control-Allow-Origin")).contains(FRIEND);
        assertThat(reply.header("Access-Control-Allow-Headers")).contains("authorization, x-anything");
        assertThat(reply.header("Access-Control-Allow-Methods").orElse("")).contains("POST", "DELETE");
    }

    @Test
    void headersThatAreTooLongAreAProblem() {
        Reply reply = server.get("/health", "X-Long", "x".repeat(20_000));

        assertThat(reply.status()).isEqualTo(431);
        assertThat(reply.json().get("code").asText()).isEqualTo("too_large");
        assertThat(reply.text()).doesNotContain("jetty");
    }

    @Test
    void portThatIsTakenIsToldInOneLine() {
        String port = String.valueOf(server.address().getPort());

        assertThatThrownBy(() -> TestServer.on(folder.resolve("other"), "server.port", port))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("port " + port)
                .hasMessageContaining("server.port");
    }
}
