package dev.pentimento.adapters.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.GrantKey;
import dev.pentimento.ports.in.RevokeKey;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mode api-key, and that users see nothing of each other. */
@Timeout(240)
class KeysTest {
    @TempDir
    Path folder;

    private final WebServer site =
            WebServer.open().with("/logo.png", WebServer.Answer.file(TestPictures.png(0x3060c0)));
    private TestServer server;
    private ApiKey ann;
    private ApiKey ben;

    @BeforeEach
    void start() {
        server = TestServer.on(
                folder.resolve("home"), "server.auth.mode", "api-key", "intake.allow-hosts", site.hostAndPort());
        ann = granted("ann", 1);
        ben = granted("ben", 2);
    }

    @AfterEach
    void stop() {
        server.close();
        site.close();
    }

    private ApiKey granted(String user, int number) {
        byte[] random = new byte[ApiKey.RANDOM_BYTES];
        random[0] = (byte) number;
        ApiKey key = ApiKey.of(random);
        server.home().grantKey().handle(new GrantKey.Command(new UserId(user), key, ""));
        return key;
    }

    private static String[] as(ApiKey key, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + key.reveal();
        return all;
    }

    private String body() {
        return "{\"original_image_url\": \"%s\", \"refinement_prompt\": \"make it warmer\"}"
                .formatted(site.at("/logo.png"));
    }

    private JsonNode refinedByAnn(String... headers) {
        Reply reply = server.post("/api/concepts/refine", body(), as(ann, headers));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        String path = "/api/tasks/" + reply.json().get("id").asText();
        Patience.await(
                () -> server.get(path, as(ann)).json().get("status").asText().equals("completed"));
        return server.get(path, as(ann)).json();
    }

    @Test
    void keySaysWhoAsks() {
        assertThat(server.get("/api/health/rate-limits-status", as(ann))
                        .json()
                        .get("user_identifier")
                        .asText())
                .isEqualTo("ann");
        assertThat(server.get("/api/health/rate-limits-status", "X-API-Key", ben.reveal())
                        .json()
                        .get("user_identifier")
                        .asText())
                .isEqualTo("ben");
    }

    @Test
    void keyThatWasNeverGrantedOrWasRevokedOpensNothing() {
        byte[] other = new byte[ApiKey.RANDOM_BYTES];
        other[3] = 9;
        server.home().revokeKey().handle(new RevokeKey.Command(ben.name()));

        assertThat(server.get("/api/tasks", as(ApiKey.of(other))).status()).isEqualTo(401);
        assertThat(server.get("/api/tasks", as(ben)).status()).isEqualTo(401);
        assertThat(server.get("/api/tasks", "X-API-Key", ann.name()).status()).isEqualTo(401);
        assertThat(server.get("/api/tasks", as(ann)).status()).isEqualTo(200);
    }

    @Test
    void ticketIsWorthNoMoreThanTheKeyItWasIssuedFor() {
        String ticket =
                server.post("/api/tickets", "{}", as(ben)).json().get("ticket").asText();
        server.home().revokeKey().handle(new RevokeKey.Command(ben.name()));

        assertThat(server.get("/api/tasks?ticket=" + ticket).status()).isEqualTo(401);
    }

    /** Even where it was let in before. */
    @Test
    void whoseKeyIsRevokedIsToldNothingMore() throws IOException, InterruptedException {
        ApiKey second = granted("ann", 3);
        String run = broughtIn(second);
        HttpResponse<InputStream> stream = server.client()
                .send(server.request("/api/v1/events/" + run, as(ann)).GET().build(), BodyHandlers.ofInputStream());

        server.home().revokeKey().handle(new RevokeKey.Command(ann.name()));
        Reply refinement = server.send(
                FormBody.of("refine_type", "prompt", "parent_image_id", "image_0", "prompt", "make it warmer")
                        .in(server.request("/api/v1/runs/" + run + "/refine", as(second))));

        assertThat(refinement.status()).as(refinement.text()).isEqualTo(201);
        try (BufferedReader told = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(told.lines().anyMatch(line -> line.startsWith("data:")))
                    .as("something told before the end of the stream")
                    .isFalse();
        }
    }

    private String broughtIn(ApiKey key) {
        Reply run = server.send(
                new FormBody().png("images", TestPictures.png(0x30c060)).in(server.request("/api/v1/runs", as(key))));
        return run.json().get("run_id").asText();
    }

    @Test
    void whatOneUserMadeIsUnknownToTheOther() {
        JsonNode task = refinedByAnn("Idempotency-Key", "k-1");
        String id = task.get("id").asText();

        for (String path : List.of(
                "/api/tasks/" + id,
                "/api/concepts/task/" + id,
                "/api/tasks/" + id + "/events",
                "/api/storage/concept/" + task.at("/result/concept_id").asText(),
                "/api/storage/concept/" + task.get("result_id").asText())) {
            Reply reply = server.get(path, as(ben));
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.text()).doesNotContain("warmer");
        }
        assertThat(server.post("/api/tasks/" + id + "/cancel", "", as(ben)).status())
                .isEqualTo(404);
        assertThat(server.delete("/api/tasks/" + id, as(ben)).status()).isEqualTo(404);
        assertThat(server.get("/api/tasks", as(ben)).json().get("tasks")).isEmpty();
        assertThat(server.get("/api/storage/recent", as(ben)).json().get("concepts"))
                .isEmpty();
        assertThat(server.get("/api/tasks/" + id, as(ann)).status())
                .as("still there")
                .isEqualTo(200);
        Reply sameKey = server.post("/api/concepts/refine", body(), as(ben, "Idempotency-Key", "k-1"));
        assertThat(sameKey.status()).as("a key is its user's").isEqualTo(202);
        assertThat(sameKey.json().get("id").asText()).isNotEqualTo(id);
    }

    @Test
    void imageOfAnotherUserIsRefinedOnlyByHisSignedAddress() {
        String url = refinedByAnn().get("image_url").asText();
        String body = "{\"original_image_url\": \"%s\", \"refinement_prompt\": \"make it colder\"}";

        Reply bare = server.post("/api/concepts/refine", body.formatted(url.replaceAll("\\?.*", "")), as(ben));
        Reply given = server.post("/api/concepts/refine", body.formatted(url), as(ben));

        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.json().at("/field_errors/original_image_url")).isNotEmpty();
        assertThat(given.status()).isEqualTo(202);
        assertThat(server.get(url).status()).as("whoever was given the address").isEqualTo(200);
    }

    @Test
    void quotasAreEachUsersOwn() {
        refinedByAnn();

        assertThat(remaining(ann)).isEqualTo(9);
        assertThat(remaining(ben)).isEqualTo(10);
    }

    private int remaining(ApiKey key) {
        return server.get("/api/health/rate-limits-status", as(key))
                .json()
                .at("/limits/refine_concept/remaining")
                .asInt();
    }
}
