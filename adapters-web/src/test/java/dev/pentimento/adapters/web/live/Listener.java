package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.adapters.web.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens to a WebSocket; reads as much as it is told to. */
final class Listener implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 120;
    private static final long EAGER = Long.MAX_VALUE;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final long appetite;
    private final WebSocket socket;

    private Listener(HttpClient client, URI address, long appetite, String... headers) {
        this.appetite = appetite;
        WebSocket.Builder builder = client.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        this.socket = builder.buildAsync(address, this).join();
    }

    /** @param headers in pairs: name, value */
    static Listener open(TestServer server, String path, String... headers) {
        return new Listener(server.client(), address(server, path), EAGER, headers);
    }

    /** Reads nothing before it is told to. */
    static Listener lazy(TestServer server, String path) {
        return new Listener(server.client(), address(server, path), 0);
    }

    private static URI address(TestServer server, String path) {
        return URI.create(
                "ws://127.0.0.1:%d/api/v1/ws/%s".formatted(server.address().getPort(), path));
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (appetite > 0) {
            opened.request(appetite);
        }
    }

    void read(long more) {
        socket.request(more);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            keep(parse(text.toString()));
            text.setLength(0);
        }
        return CompletableFuture.completedStage(null);
    }

    /** Whether somebody is there depends on how long a test takes. */
    private void keep(JsonNode message) {
        if (!message.get("type").asText().equals("ping")) {
            messages.add(message);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete(-1);
    }

    /** The next message of any kind but a ping. */
    JsonNode next() throws InterruptedException {
        JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a message in time").isNotNull();
        return message;
    }

    /** All up to the first of a type. */
    List<JsonNode> upTo(String... types) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!List.of(types).contains(all.get(all.size() - 1).get("type").asText()));
        return all;
    }

    /** Apart from pings, and from what was taken already. */
    boolean hasHeardNothing() {
        return messages.isEmpty();
    }

    /** The status with which it was closed. */
    int end() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Says that this was enough. */
    void leave() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "enough").join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
