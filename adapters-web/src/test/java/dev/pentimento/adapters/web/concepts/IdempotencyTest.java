package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.Reply;
import dev.pentimento.testkit.Crowd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request that is sent again is carried out once. */
class IdempotencyTest extends ConceptScene {
    private static final String KEY = "Idempotency-Key";

    @Test
    void sameRequestUnderTheSameKeyIsTheSameTask() {
        vendorWaits();
        String id = id(refine(KEY, "k-1"));

        Reply again = refine(KEY, "k-1");

        assertThat(again.status()).isEqualTo(202);
        assertThat(id(again)).isEqualTo(id);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("Location")).contains("/api/tasks/" + id);
        assertThat(again.header("X-RateLimit-Remaining")).as("taken once").contains("2");
    }

    @Test
    void keyOfAFinalTaskAnswersWithItsResult() {
        String id = id(refine(KEY, "k-1"));
        awaitEnd(id);

        Reply again = refine(KEY, "k-1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("status").asText()).isEqualTo("completed");
        assertThat(server.vendor.billing().billed()).as("paid once").isEqualTo(1);
    }

    @Test
    void generationUnderTheSameKeyIsTheSameTaskInAsManyPalettes() {
        String wish = "{\"logo_description\": \"a fox for a bakery\"}";
        String two = "/api/concepts/generate-with-palettes?num_palettes=2";
        String id = id(server.post(two, wish, KEY, "k-1"));

        Reply again = server.post(two, wish, KEY, "k-1");
        Reply other = server.post(two.replace("=2", "=3"), wish, KEY, "k-1");

        assertThat(id(again)).isEqualTo(id);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("X-RateLimit-Remaining")).as("taken once").contains("1");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void otherRequestUnderTheSameKeyIsAMistake() {
        vendorWaits();
        refine(KEY, "k-1");

        Reply other =
                server.post("/api/concepts/refine", refinement(logo()).replace(PROMPT, "make it colder"), KEY, "k-1");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asText()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void whoSaysAnewWhoHeIsAsksTheSame() {
        vendorWaits();
        String id = id(server.post("/api/concepts/refine?ticket=" + ticket(), refinement(logo()), KEY, "k-1"));

        Reply again = server.post("/api/concepts/refine?ticket=" + ticket(), refinement(logo()), KEY, "k-1");

        assertThat(id(again)).isEqualTo(id);
        assertThat(id(refine(KEY, "k-1"))).as("or without a ticket").isEqualTo(id);
    }

    @Test
    void addressWithASlashAtItsEndIsTheSame() {
        vendorWaits();
        String id = id(refine(KEY, "k-1"));

        Reply again = server.post("/api/concepts/refine/", refinement(logo()), KEY, "k-1");

        assertThat(id(again)).isEqualTo(id);
    }

    private String ticket() {
        return server.post("/api/tickets", "{}").json().get("ticket").asText();
    }

    @Test
    void withoutAKeyEveryRequestCounts() {
        refined();

        assertThat(refine().status()).isEqualTo(202);
        assertThat(refine().header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void keyThatCannotBeOneIsRefused() {
        assertThat(refine(KEY, "k".repeat(256)).json().at("/field_errors/Idempotency-Key"))
                .isNotEmpty();
    }

    @Test
    void ofManyThatArriveAtOnceOneIsCarriedOut() {
        vendorWaits();

        List<Reply> replies = Crowd.of(12, () -> refine(KEY, "k-1"));

        assertThat(replies).extracting(Reply::status).containsOnly(202);
        assertThat(replies).extracting(ConceptScene::id).containsOnly(id(replies.get(0)));
        assertThat(replies)
                .filteredOn(reply -> reply.header("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(server.get("/api/tasks").json().get("tasks")).hasSize(1);
    }
}
