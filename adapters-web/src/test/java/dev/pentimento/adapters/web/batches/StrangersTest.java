package dev.pentimento.adapters.web.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.testkit.paid.Answer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users see nothing of each other's batches, and change nothing of them. */
class StrangersTest extends BatchScene {
    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";
    private static final String KEY = "X-API-Key";

    private final CountDownLatch gate = new CountDownLatch(1);
    private String ann = "";
    private String ben = "";
    private String batch = "";

    @Override
    String[] settings() {
        return new String[] {"server.auth.mode", "api-key", "providers.generate", "paid,local"};
    }

    @BeforeEach
    void annHasABatchUnderWay() {
        ann = server.grant("ann");
        ben = server.grant("ben");
        server.vendor.otherwise(Answer.image().gate(gate));
        batch = id(server.post(
                BATCHES,
                "{\"prompts\": [{\"id\": \"boat\", \"scene\": \"a red boat\"}], \"provider\": \"paid\","
                        + " \"size\": \"128x128\", \"max_iterations\": 1}",
                KEY,
                ann));
        server.vendor.billing().awaitRequests(1);
    }

    @AfterEach
    void openGate() {
        gate.countDown();
    }

    private JsonNode annsBatchInTheEnd() {
        return server.overBatch(batch, KEY, ann);
    }

    /** The same is said of what is not there at all. */
    private void assertUnknown(Reply ofAnns, Reply ofNobodys) {
        assertThat(ofAnns.status()).as(ofAnns.text()).isEqualTo(404);
        assertThat(ofAnns.json().get("code").asText()).isEqualTo("not_found");
        assertThat(ofAnns.text().replace(batch, NOBODYS)).isEqualTo(ofNobodys.text());
    }

    private void assertUnknownToBen(String path) {
        assertUnknown(get(batch, path), get(NOBODYS, path));
    }

    private Reply get(String id, String path) {
        return server.get(BATCHES + "/" + id + path, KEY, ben);
    }

    private void assertNotForBen(String deed) {
        assertUnknown(post(batch, deed), post(NOBODYS, deed));
    }

    private Reply post(String id, String deed) {
        return server.post(BATCHES + "/" + id + deed, "", KEY, ben);
    }

    @Test
    void othersBatchesAreAsUnknownAsThoseThatAreNotThere() {
        assertUnknownToBen("");

        gate.countDown(); // so that a stream which tells of it ends
        assertUnknownToBen("/events");
    }

    @Test
    void socketTellsNothingOfOthersBatches() throws IOException {
        String ofAnns = knock(batch);

        assertThat(ofAnns).startsWith("HTTP/1.1 404").contains("\"code\":\"not_found\"");
        assertThat(body(ofAnns).replace(batch, NOBODYS)).isEqualTo(body(knock(NOBODYS)));
    }

    private String knock(String id) throws IOException {
        return server.handshake("/api/v1/ws/" + id, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", KEY + ": " + ben);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    @Test
    void othersBatchIsNotCalledOff() {
        assertNotForBen("/cancel");

        gate.countDown();
        assertThat(annsBatchInTheEnd().at("/prompts/0/stop_reason").asText()).isEqualTo("max_iterations");
    }

    @Test
    void othersBatchDoesNotGoOn() {
        server.post(BATCHES + "/" + batch + "/cancel", "", KEY, ann);
        gate.countDown();
        JsonNode calledOff = annsBatchInTheEnd();

        assertNotForBen("/resume");

        assertThat(calledOff.at("/prompts/0/stop_reason").asText()).isEqualTo("canceled");
        assertThat(annsBatchInTheEnd()).isEqualTo(calledOff);
        assertThat(server.vendor.billing().requests()).hasSize(1);
    }
}
