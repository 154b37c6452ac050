package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.testkit.Crowd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images that are brought in by a request that arrives twice come in once. */
class KeyedImportTest extends RunScene {
    private static final String RUNS = "/api/v1/runs";

    private Reply bringIn(byte[] picture, String key) {
        return post(RUNS, new FormBody().png("images", picture), "Idempotency-Key", key);
    }

    private int runs() {
        return server.get(RUNS).json().get("total").asInt();
    }

    @Test
    void sameImagesUnderTheSameKeyAreTheSameRun() {
        Reply first = bringIn(BLUE, "k-1");

        Reply again = bringIn(BLUE, "k-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void otherImagesUnderTheSameKeyAreAMistake() {
        bringIn(BLUE, "k-1");

        assertProblem(bringIn(GREEN, "k-1"), 422, "idempotency_key_reused", "another request");
        assertProblem(
                post(RUNS, FormBody.of("prompt", "a fox"), "Idempotency-Key", "k-1"),
                422,
                "idempotency_key_reused",
                "another request");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void withoutAKeyImagesAreANewRunEachTime() {
        assertThat(run()).isNotEqualTo(run());
    }

    @Test
    void keyOfAnImportThatFailedIsFree() {
        FormBody broken = new FormBody().with("images", "a.png", "image/png", new byte[] {1, 2, 3});
        assertThat(post(RUNS, broken, "Idempotency-Key", "k-1").status()).isEqualTo(422);

        assertThat(bringIn(BLUE, "k-1").status()).isEqualTo(201);
    }

    @Test
    void keyThatCannotBeOneIsRefused() {
        assertThat(bringIn(BLUE, "k".repeat(256)).status()).isEqualTo(422);
        assertThat(runs()).isZero();
    }

    @Test
    void ofManyThatArriveAtOnceOneIsCarriedOut() {
        List<Reply> replies = Crowd.of(12, () -> bringIn(BLUE, "k-1"));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(11);
        assertThat(runs()).isEqualTo(1);
    }
}
