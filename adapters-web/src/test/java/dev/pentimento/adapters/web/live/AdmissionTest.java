package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.adapters.web.runs.RunScene;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open a WebSocket, and to what. */
class AdmissionTest extends RunScene {
    private static final String FRIEND = "https://app.example.com";

    @Override
    protected String[] settings() {
        return new String[] {"server.allowed-origins", FRIEND};
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "nonsense",
                "00000000-0000-0000-0000-000000000000?since=0"
            })
    void whatIsNotThereCannotBeListenedTo(String path) {
        assertRefused(404, path);
    }

    @Test
    void placeToGoOnFromMustBeANumber() {
        assertRefused(422, run() + "?since=first");
    }

    @Test
    void pageOfAnotherOriginMayNotListen() {
        String run = run();

        assertRefused(403, run, "Origin", "https://evil.example");
        assertRefused(403, run, "Origin", "null");
        assertRefused(403, run, "Origin", "http://127.0.0.1:1");
    }

    @Test
    void pagesThatMayCallMayListen() {
        String run = run();
        String own = "http://127.0.0.1:" + server.address().getPort();

        for (String origin : List.of(FRIEND, own)) {
            try (Listener listener = Listener.open(server, run, "Origin", origin)) {
                assertThat(listener).isNotNull();
            }
        }
    }

    @Test
    void ticketLetsSomebodyInOnce() {
        String run = run();
        String ticket = server.post("/api/tickets", "{}").json().get("ticket").asText();

        try (Listener listener = Listener.open(server, run + "?ticket=" + ticket)) {
            assertThat(listener).isNotNull();
        }
        assertRefused(401, run + "?ticket=" + ticket);
        assertRefused(401, run + "?ticket=guessed");
    }

    private void assertRefused(int status, String path, String... headers) {
        assertThatThrownBy(() -> Listener.open(server, path, headers).close())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> {
                    HttpResponse<?> answer = refused.getResponse();
                    assertThat(answer.statusCode()).isEqualTo(status);
                    assertThat(answer.headers().firstValue("Set-Cookie"))
                            .as("nobody is remembered")
                            .isEmpty();
                });
    }
}
