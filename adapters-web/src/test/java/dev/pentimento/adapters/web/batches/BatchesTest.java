package dev.pentimento.adapters.web.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.ports.in.ShowBatch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest extends BatchScene {
    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";

    @Test
    void promptsGoThroughTheLoopWhileOthersWatch() throws IOException, InterruptedException {
        Reply begun = begin(2);
        String id = id(begun);

        List<JsonNode> events = events(id);

        assertThat(begun.header("Location")).contains(BATCHES + "/" + id);
        JsonNode ended = events.remove(events.size() - 1);
        assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("done");
        assertThat(events)
                .extracting(event -> event.get("type").asText())
                .startsWith("begun")
                .contains("step", "selected")
                .endsWith("over");
        assertThat(events)
                .extracting(event -> event.get("seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        JsonNode first = batch(id).at("/prompts/0");
        assertThat(first.get("stop_reason").asText()).isNotEmpty();
        assertThat(first.findValues("best_so_far"))
                .extracting(JsonNode::asDouble)
                .isSorted()
                .isNotEmpty();
        String best = first.at("/best/version_id").asText();
        assertThat(server.get("/api/storage/concept/" + best).status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongWithPromptsNamesPromptAndMember() {
        Reply reply = server.post(
                BATCHES,
                "{\"prompts\": [{\"id\": \"../x\", \"prompt\": \"a\"}, {\"id\": \"b\", \"title\": 5, \"prompt\": \"a\"},"
                        + " {\"id\": \"B\"}], \"variants\": 11, \"target\": 2, \"size\": \"big\", \"seed\": 0.5}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("field_errors").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "prompts[0].id",
                        "prompts[1].title",
                        "prompts[2].id",
                        "prompts[2].prompt",
                        "variants",
                        "target",
                        "size",
                        "seed");
        assertThat(server.post(BATCHES, "{}").text()).contains("prompts: is required");
        assertThat(server.post(BATCHES, "{\"prompts\": []}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    size    | {"prompts": [{"id": "a", "prompt": "a fox"}], "provider": "local", "size": "16384x16384"}
                    model   | {"prompts": [{"id": "a", "prompt": "a fox"}], "provider": "local", "model": "gpt-5000"}
                    prompts | {"prompts": [{"id": "a", "prompt": "a fox", "model": "gpt-5000"}], "provider": "local"}
                    """)
    void whatCannotBeMadeIsRefusedBeforeItIsBegun(String field, String body) {
        Reply reply = server.post(BATCHES, body);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.json().get("field_errors").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(field);
    }

    @Test
    void batchThatIsCalledOffKeepsWhatIsDoneAndCanGoOn() throws IOException, InterruptedException {
        String id = id(begin(5));

        assertThat(server.post(BATCHES + "/" + id + "/resume", "").status()).isEqualTo(409);
        assertThat(server.post(BATCHES + "/" + id + "/cancel", "").status()).isEqualTo(200);
        events(id);

        assertThat(batch(id).at("/prompts/4/stop_reason").asText()).isEqualTo("canceled");
        assertThat(batch(id).at("/prompts/4/status").asText()).isEqualTo("canceled");
        assertThat(batch(id).get("status").asText()).isEqualTo("canceled");
        assertThat(batch(id).get("under_way").asBoolean()).isFalse();

        assertThat(id(server.post(BATCHES + "/" + id + "/resume", ""))).isEqualTo(id);
        events(id);

        assertThat(batch(id).get("status").asText()).isEqualTo("done");
    }

    @Test
    void batchGoesOnWithinAnotherBudget() throws IOException, InterruptedException {
        String id = id(begin(1));
        events(id);

        assertThat(server.post(BATCHES + "/" + id + "/resume", "{\"budget_usd\": -1}")
                        .status())
                .isEqualTo(422);
        assertThat(server.post(BATCHES + "/" + id + "/resume", "{\"budget_usd\": 1.5}")
                        .status())
                .isEqualTo(202);
        events(id);

        assertThat(batch(id).get("budget_micro_usd").asLong()).isEqualTo(1_500_000);
    }

    @Test
    void browserThatKnowsTheEndOfABatchIsToldThatThereIsNothing() throws IOException, InterruptedException {
        String id = id(begin(1));
        events(id);

        assertThat(events(id)).as("whoever comes late is told the end").hasSize(1);
        assertThat(events(id, "Last-Event-ID", "3")).hasSize(1);
        assertThat(server.get(BATCHES + "/" + id + "/events", "Last-Event-ID", "ended")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void endOfTheServerCallsOffWhatIsUnderWay() {
        BatchId id = new BatchId(UUID.fromString(id(begin(5))));

        server.stopServing();

        List<Run> runs = server.home().showBatch().handle(ShowBatch.Query.of(id)).runs().stream()
                .map(ShowBatch.Shown::run)
                .toList();
        assertThat(runs).allMatch(Run::isOver);
        assertThat(runs.get(4).ending()).extracting(Run.Ending::reason).isEqualTo(StopReason.CANCELED);
    }

    @Test
    void batchOfNobodyIsUnknown() {
        String path = BATCHES + "/" + NOBODYS;

        assertThat(server.get(path).status()).isEqualTo(404);
        assertThat(server.get(path + "/events").status()).isEqualTo(404);
        assertThat(server.post(path + "/cancel", "").status()).isEqualTo(404);
        assertThat(server.post(path + "/resume", "").status()).isEqualTo(404);
    }
}
