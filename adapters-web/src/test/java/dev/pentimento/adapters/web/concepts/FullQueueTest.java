package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No more jobs wait than may, and whoever finds no room loses nothing. */
class FullQueueTest extends ConceptScene {
    private static final String GENERATE = "/api/concepts/generate-with-palettes";

    @Override
    String[] settings() {
        return new String[] {
            "jobs.workers", "1",
            "jobs.max-waiting", "3",
            "limits.local.active-per-user", "100",
            "limits.local.refine-per-month", "100",
            "limits.local.generate-per-month", "50"
        };
    }

    /** The one worker has something to do, so that whatever comes waits. */
    @BeforeEach
    void keepTheWorkerBusy() {
        vendorWaits();
        String first = id(refine());
        Patience.await(() -> task(first).json().get("status").asText().equals("processing"));
    }

    @Test
    void ofManyThatArriveAtOnceAsManyAreTakenAsMayWait() {
        List<Reply> replies = Crowd.of(12, this::refine);

        assertThat(replies).filteredOn(reply -> reply.status() == 202).hasSize(3);
        assertThat(replies).filteredOn(reply -> reply.status() == 503).hasSize(9);
        assertThat(server.get("/api/health/rate-limits-status")
                        .json()
                        .at("/limits/refine_concept/remaining")
                        .asInt())
                .as("the one that is worked on, and three that wait")
                .isEqualTo(96);
    }

    @Test
    void whoFindsNoRoomIsToldWhenToComeAgainAndLosesNothing() {
        for (int i = 0; i < 3; i++) {
            id(refine());
        }
        int runs = runs();

        Reply refinement = refine("Idempotency-Key", "k-1");
        Reply generation = server.post(GENERATE, "{\"logo_description\": \"a fox for a bakery\"}");
        Reply run = server.send(FormBody.of("prompt", "a fox").in(server.request("/api/v1/runs")));

        assertThat(List.of(refinement, generation, run)).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.text()).isEqualTo(503);
            assertThat(reply.json().get("code").asText()).isEqualTo("queue_full");
            assertThat(reply.json().get("message").asText()).contains("try again later");
            assertThat(reply.header("Retry-After")).contains("30");
        });
        assertThat(refinement.header("X-RateLimit-Remaining")).contains("96");
        assertThat(generation.header("X-RateLimit-Remaining")).contains("50");
        assertThat(runs()).as("nothing is left behind").isEqualTo(runs);
    }

    private int runs() {
        return server.get("/api/v1/runs").json().get("total").asInt();
    }

    @Test
    void requestThatWasTakenBeforeIsAnsweredThoughThereIsNoRoom() {
        String id = id(refine("Idempotency-Key", "k-1"));
        id(refine());
        id(refine());
        assertThat(refine().status()).isEqualTo(503);

        Reply again = refine("Idempotency-Key", "k-1");

        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(id(again)).isEqualTo(id);
    }
}
