package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.GrantKey;
import dev.pentimento.ports.in.RevokeKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A WebSocket is worth no more than the key it was opened with. */
@Timeout(120)
class RevokedKeyTest {
    private static final String KEY = "X-API-Key";

    @TempDir
    Path folder;

    @Test
    void socketIsClosedInsteadOfTellingWhoeverHasItAnythingMore() {
        try (TestServer server = TestServer.on(folder.resolve("home"), "server.auth.mode", "api-key")) {
            ApiKey revoked = granted(server, 1);
            String good = granted(server, 2).reveal();
            String run = server.send(new FormBody()
                            .png("images", TestPictures.png(0x3060c0))
                            .in(server.request("/api/v1/runs", KEY, good)))
                    .json()
                    .get("run_id")
                    .asText();
            try (Listener listener = Listener.open(server, run, KEY, revoked.reveal())) {
                server.home().revokeKey().handle(new RevokeKey.Command(revoked.name()));

                server.send(FormBody.of("refine_type", "prompt", "parent_image_id", "image_0", "prompt", "warmer")
                        .in(server.request("/api/v1/runs/" + run + "/refine", KEY, good)));

                assertThat(listener.end()).isEqualTo(StatusCode.POLICY_VIOLATION);
                assertThat(listener.hasHeardNothing()).isTrue();
            }
        }
    }

    @Test
    void soIsTheSocketOfABatch() {
        try (TestServer server = TestServer.on(folder.resolve("home"), "server.auth.mode", "api-key")) {
            ApiKey key = granted(server, 1);
            String prompts = IntStream.range(0, 60)
                    .mapToObj(i -> "{\"id\": \"p%d\", \"scene\": \"a red boat on the sea\"}".formatted(i))
                    .collect(Collectors.joining(", ", "{\"prompts\": [", "], \"batch_size\": 1}"));
            String batch = server.send(server.request("/api/v1/batches", KEY, key.reveal())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(prompts)))
                    .json()
                    .get("batch_id")
                    .asText();
            try (Listener listener = Listener.open(server, batch, KEY, key.reveal())) {
                server.home().revokeKey().handle(new RevokeKey.Command(key.name()));

                assertThat(listener.end()).isEqualTo(StatusCode.POLICY_VIOLATION);
            }
        }
    }

    private static ApiKey granted(TestServer server, int number) {
        byte[] random = new byte[ApiKey.RANDOM_BYTES];
        random[0] = (byte) number;
        ApiKey key = ApiKey.of(random);
        server.home().grantKey().handle(new GrantKey.Command(new UserId("ann"), key, ""));
        return key;
    }
}
