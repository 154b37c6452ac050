package dev.pentimento.adapters.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.ServerLog;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.GrantKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is logged of requests: enough to find them, and nothing by which somebody could become somebody else. */
@Timeout(120)
class AccessLogTest {
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJlLXRoYXQtaXMtc2VjcmV0";

    @TempDir
    Path folder;

    private final ApiKey key = ApiKey.of(new byte[ApiKey.RANDOM_BYTES]);
    private TestServer server;
    private int requests;

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("home"), "server.auth.mode", "api-key");
        server.home().grantKey().handle(new GrantKey.Command(new UserId("ann"), key, ""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The line about a request, which is written a moment after its answer. */
    private static String line(String request) {
        return ServerLog.line(request + " ");
    }

    private String get(String path, String... headers) {
        String request = "%s-%d".formatted(folder.getFileName(), ++requests);
        server.send(
                server.request(path, headers).header("X-Request-Id", request).GET());
        return line(request);
    }

    @Test
    void requestIsFoundByItsIdWithItsUserAndStatus() {
        assertThat(get("/api/tasks", "Authorization", "Bearer " + key.reveal()))
                .contains(" GET /api/tasks 200 ", "user=ann");
        assertThat(get("/api/tasks")).contains(" GET /api/tasks 401 ", "user=-");
    }

    @Test
    void whateverProvesWhoSomebodyIsStaysOutOfTheLog() {
        String[] ann = {"Authorization", "Bearer " + key.reveal()};
        String ticket =
                server.post("/api/tickets", "{}", ann).json().get("ticket").asText();
        URI image = image(ann);
        String signature = image.getQuery().replaceAll(".*signature=", "");
        String mistyped = key.reveal().substring(0, 30) + "zzzz";

        List<String> lines = List.of(
                get("/api/tasks", ann),
                get("/api/tasks", "X-API-Key", key.reveal()),
                get("/api/tasks", "Authorization", "Bearer " + TOKEN),
                get("/api/tasks?ticket=" + ticket),
                get("/api/tasks?ticket=guessed-" + ticket),
                get(image.getPath() + "?" + image.getQuery()),
                get("/api/tasks?api_key=" + key.reveal() + "&access_token=" + TOKEN),
                get("/api/tasks/" + key.reveal()),
                get("/api/tasks/" + key.reveal().toUpperCase(Locale.ROOT)),
                get("/api/tasks/" + mistyped),
                get("/api/tasks/" + key.reveal().replaceFirst("pnt", "%70nt")),
                get("/api/tasks/" + TOKEN));

        assertThat(lines).hasSize(12);
        for (String secret : List.of(ticket, signature, TOKEN, TOKEN.replaceAll(".*\\.", ""), mistyped)) {
            assertThat(ServerLog.text()).doesNotContain(secret);
        }
        assertThat(ServerLog.text())
                .doesNotContainIgnoringCase(key.reveal())
                .doesNotContainIgnoringCase(key.reveal().substring("pnt_".length()));
        assertThat(lines.get(7)).contains(" GET /api/tasks/pnt_... 401 ");
    }

    @Test
    void keyThatIsGivenAsTheIdOfARequestStaysOutOfTheLog() {
        server.get("/health", "X-Request-Id", key.reveal());
        get("/health");

        assertThat(ServerLog.text()).doesNotContain(key.reveal());
    }

    /** The signed address of an image that was brought in. */
    private URI image(String... headers) {
        Reply run = server.send(
                new FormBody().png("images", TestPictures.png(0x3060c0)).in(server.request("/api/v1/runs", headers)));
        String concept = run.json().get("run_id").asText();
        return URI.create(server.get("/api/storage/concept/" + concept, headers)
                .json()
                .get("image_url")
                .asText());
    }
}
