package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.runs.RunScene;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"12", "14", "x", ""})
    void otherVersionsOfTheProtocolAreToldWhichToSpeak(String version) {
        Reply reply = server.get("/api/v1/ws/" + run(), "Sec-WebSocket-Version", version);

        assertThat(reply.status()).as(reply.text()).isEqualTo(426);
        assertThat(reply.json().get("code").asText()).isEqualTo("upgrade_required");
        assertThat(reply.header("Sec-WebSocket-Version")).contains("13");
    }

    /** Opened so that the body of the answer can be seen, which WebSocket clients keep to themselves. */
    @ParameterizedTest
    @CsvSource({"nonsense,404,not_found", "RUN?since=first,422,invalid_request", "RUN?ticket=guessed,401,unauthorized"})
    void whoeverIsRefusedIsToldWhy(String path, int status, String code) {
        Reply reply = server.get("/api/v1/ws/" + path.replace("RUN", run()), "Sec-WebSocket-Version", "13");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().get("code").asText()).isEqualTo(code);
        assertThat(reply.json().get("detail").asText()).isNotBlank();
    }

    @Test
    void whoeverAsksWithoutAWebSocketIsToldToOpenOne() {
        Reply reply = server.get("/api/v1/ws/" + run());

        assertThat(reply.status()).isEqualTo(426);
        assertThat(reply.header("Upgrade")).contains("websocket");
        assertThat(reply.json().get("code").asText()).isEqualTo("upgrade_required");
    }

    @Test
    void handshakeWithoutAKeyIsTheClientsMistake() throws IOException {
        assertThat(server.handshake("/api/v1/ws/" + run()))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"bad_request\"");
    }

    /** Some clients lose compressed messages that come just before the end. */
    @Test
    void messagesAreNotCompressed() throws IOException {
        assertThat(server.handshake(
                        "/api/v1/ws/" + run(),
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Extensions: permessage-deflate"))
                .startsWith("HTTP/1.1 101 ")
                .doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
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
