package dev.pentimento.adapters.web.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.Reply;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.testkit.Crowd;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch that is asked for by a request that arrives twice is begun once. */
class KeyedBatchTest extends BatchScene {
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    /** As many as one user may have under way. */
    private static final int MOST = 4;

    /** Prompts that are not done before the test is. */
    private static final int LONG = 50;

    @Test
    void sameRequestUnderTheSameKeyIsTheSameBatchWhileItIsUnderWayAndAfterwards()
            throws IOException, InterruptedException {
        Reply first = begin(3, KEY, "k-1");
        String id = id(first);

        Reply again = begin(3, KEY, "k-1");
        events(id);
        Reply late = begin(3, KEY, "k-1");

        assertThat(first.header(REPLAYED)).isEmpty();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header(REPLAYED)).contains("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.header(REPLAYED)).contains("true");
        assertThat(late.json().get("status").asText()).isEqualTo("done");
        assertThat(List.of(id(again), id(late))).containsOnly(id);
    }

    @Test
    void otherRequestUnderTheSameKeyIsAMistake() {
        begin(1, KEY, "k-1");

        Reply other = begin(2, KEY, "k-1");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asText()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void goingOnWithABatchMayBeAskedForTwiceAsWell() throws IOException, InterruptedException {
        String id = id(begin(4));
        server.post(BATCHES + "/" + id + "/cancel", "");
        events(id);

        Reply first = server.post(BATCHES + "/" + id + "/resume", "", KEY, "k-1");
        Reply again = server.post(BATCHES + "/" + id + "/resume", "", KEY, "k-1");

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(again.status()).as(again.text()).isIn(200, 202);
        assertThat(again.header(REPLAYED)).contains("true");
        assertThat(id(again)).isEqualTo(id);
    }

    @Test
    void isAnsweredThoughAsManyAreUnderWayAsMayBe() {
        List<String> underWay = IntStream.rangeClosed(1, MOST)
                .mapToObj(i -> id(begin(LONG, KEY, "k-" + i)))
                .toList();

        Reply another = begin(LONG, KEY, "k-other");
        Reply again = begin(LONG, KEY, "k-1");
        Reply misused = begin(1, KEY, "k-2");
        Reply resumed = server.post(BATCHES + "/" + underWay.get(0) + "/resume", "");
        underWay.forEach(id -> server.post(BATCHES + "/" + id + "/cancel", ""));

        assertThat(another.status()).as(another.text()).isEqualTo(503);
        assertThat(another.json().get("message").asText()).startsWith("4 of your batches are under way");
        assertThat(again.header(REPLAYED)).as(again.text()).contains("true");
        assertThat(id(again)).isEqualTo(underWay.get(0));
        assertThat(misused.json().get("code").asText()).isEqualTo("idempotency_key_reused");
        assertThat(resumed.json().get("code").asText()).isEqualTo("already_active");
    }

    @Test
    void ofManyThatArriveAtOnceOneIsBegun() throws IOException, InterruptedException {
        List<Reply> replies = Crowd.of(6, () -> begin(1, KEY, "k-1"));

        assertThat(replies)
                .filteredOn(reply -> reply.header(REPLAYED).isEmpty())
                .hasSize(1);
        assertThat(replies).extracting(BatchScene::id).containsOnly(id(replies.get(0)));
        events(id(replies.get(0)));
        int rounds = batch(id(replies.get(0))).at("/prompts/0/iterations").size();
        assertThat(server.home().listJobs().handle(new ListJobs.Query(UserId.LOCAL, 100)))
                .as("each round made once")
                .hasSize(rounds);
    }
}
