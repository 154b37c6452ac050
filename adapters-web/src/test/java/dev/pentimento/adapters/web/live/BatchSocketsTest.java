package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code /api/v1/ws/{batch}}. */
@Timeout(240)
class BatchSocketsTest {
    private static final int NORMAL = 1000;
    private static final int CROWD = 50;

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

    private String begun(int prompts) {
        String list = IntStream.rangeClosed(1, prompts)
                .mapToObj(i -> "{\"id\": \"p%d\", \"scene\": \"a red boat on the sea\"}".formatted(i))
                .collect(Collectors.joining(", "));
        Reply reply = server.post(
                "/api/v1/batches",
                "{\"prompts\": [%s], \"provider\": \"local\", \"size\": \"128x128\", \"batch_size\": 1}"
                        .formatted(list));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return reply.json().get("batch_id").asText();
    }

    private static void assertNumbered(List<JsonNode> events, long first) {
        assertThat(events)
                .extracting(event -> event.get("seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.range(first, first + events.size()).boxed().toList());
    }

    /** Without the last message, which is looked at here. */
    private static List<JsonNode> events(List<JsonNode> all) {
        JsonNode end = all.get(all.size() - 1);
        List<JsonNode> events = all.subList(0, all.size() - 1);
        assertThat(end.get("type").asText()).isEqualTo("ended");
        assertThat(end.at("/batch/under_way").asBoolean()).isFalse();
        return events;
    }

    @Test
    void batchIsToldFromItsBeginningToItsEndAndThenTheSocketIsClosed() throws InterruptedException {
        String batch = begun(2);

        try (Listener listener = Listener.open(server, batch)) {
            List<JsonNode> all = listener.upTo("ended");

            List<JsonNode> events = events(all);
            assertNumbered(events, 1);
            assertThat(events)
                    .extracting(event -> event.get("type").asText())
                    .startsWith("begun")
                    .contains("step", "selected")
                    .endsWith("over");
            assertThat(events)
                    .allSatisfy(
                            event -> assertThat(event.get("batch_id").asText()).isEqualTo(batch));
            assertThat(all.get(all.size() - 1).at("/batch/status").asText()).isEqualTo("done");
            assertThat(listener.end()).isEqualTo(NORMAL);
        }
    }

    @Test
    void readerThatWasCutOffGoesOnWhereItWas() throws InterruptedException {
        String batch = begun(3);
        long known;
        try (Listener listener = Listener.open(server, batch)) {
            listener.next();
            known = listener.next().get("seq").asLong();
        }

        try (Listener listener = Listener.open(server, batch + "?since=" + known)) {
            List<JsonNode> rest = events(listener.upTo("ended"));

            assertNumbered(rest, known + 1);
            assertThat(rest).isNotEmpty();
        }
    }

    @Test
    void manyHearTheSame() throws InterruptedException {
        String batch = begun(2);
        List<Listener> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(Listener.open(server, batch));
            }

            List<JsonNode> first = events(crowd.get(0).upTo("ended"));
            for (Listener listener : crowd.subList(1, CROWD)) {
                assertThat(events(listener.upTo("ended"))).isEqualTo(first);
            }
        } finally {
            crowd.forEach(Listener::close);
        }
    }

    @Test
    void slowReaderMissesNothingAndHoldsNobodyUp() throws InterruptedException {
        String batch = begun(2);
        try (Listener slow = Listener.lazy(server, batch);
                Listener other = Listener.open(server, batch)) {
            List<JsonNode> all = events(other.upTo("ended"));

            slow.read(Long.MAX_VALUE);

            assertThat(events(slow.upTo("ended"))).isEqualTo(all);
        }
    }

    @Test
    void whatIsOverIsToldAsItEnded() throws InterruptedException {
        String batch = begun(1);
        try (Listener listener = Listener.open(server, batch)) {
            listener.upTo("ended");
        }

        try (Listener late = Listener.open(server, batch)) {
            List<JsonNode> all = late.upTo("ended");

            assertThat(events(all)).isEmpty();
            assertThat(late.end()).isEqualTo(NORMAL);
        }
    }

    @Test
    void endOfTheServerIsTheEndOfTheTale() throws InterruptedException {
        String batch = begun(5);
        try (Listener listener = Listener.open(server, batch)) {
            listener.next();

            server.stopServing();

            assertThat(listener.end()).isIn(NORMAL, 1001, 1006, -1);
        }
    }

    @Test
    void batchOfNobodyIsUnknown() {
        assertThatThrownBy(() -> Listener.open(server, "00000000-0000-7000-8000-000000000000"))
                .hasRootCauseMessage("Unexpected HTTP response status code 404");
        assertThatThrownBy(() -> Listener.open(server, begun(1) + "?since=x"))
                .hasRootCauseMessage("Unexpected HTTP response status code 422");
    }
}
