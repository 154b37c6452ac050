package dev.pentimento.adapters.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.runs.RunScene;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** {@code /api/v1/ws/{run or job}}. */
class SocketsTest extends RunScene {
    private static final int CROWD = 200;

    @Test
    void lateComerIsToldThePastFirst() throws InterruptedException {
        String run = run();
        String job = refined(run, "image_0");

        try (Listener listener = Listener.open(server, job)) {
            List<JsonNode> all = listener.upTo("run_complete");

            assertNumbered(all, 1);
            assertThat(all).allSatisfy(message -> {
                assertThat(message.get("run_id").asText()).isEqualTo(run);
                assertThat(message.get("job_id").asText()).isEqualTo(job);
                assertThat(message.get("timestamp").asText()).endsWith("Z");
            });
            JsonNode end = all.get(all.size() - 1).get("data");
            assertThat(end.get("job_id").asText()).isEqualTo(job);
            assertThat(end.get("type").asText()).isEqualTo("prompt");
            assertThat(end.get("parent_run_id").asText()).isEqualTo(run);
            assertThat(end.get("parent_image_id").asText()).isEqualTo("image_0");
            assertThat(end.get("parent_image_type").asText()).isEqualTo("original");
            assertThat(end.get("parent_image_path").asText()).isEqualTo("originals/image_0.png");
            assertThat(end.get("image_path").asText()).isEqualTo("refinements/%s_from_0.png".formatted(job));
            assertThat(end.get("cost_usd").asDouble()).isEqualTo(0.04);
            assertThat(end.get("summary").asText()).isEqualTo("Style Enhancement: Successful");
        }
    }

    @Test
    void stagesTellWhenTheyBeganAndEnded() throws InterruptedException {
        String job = refined(run(), "image_0");

        try (Listener listener = Listener.open(server, job)) {
            List<JsonNode> stages = listener.upTo("run_complete").stream()
                    .filter(message -> message.get("type").asText().equals("stage_update"))
                    .map(message -> message.get("data"))
                    .toList();

            assertThat(stages.get(0).get("stage_name").asText()).isEqualTo("load_base_image");
            assertThat(stages.get(0).get("status").asText()).isEqualTo("RUNNING");
            assertThat(stages.get(1).get("status").asText()).isEqualTo("COMPLETED");
            assertThat(stages.get(1).get("stage_order").asInt()).isEqualTo(1);
            assertThat(stages.get(1).get("started_at")).isEqualTo(stages.get(0).get("started_at"));
            assertThat(stages.get(1).get("duration_seconds").isNumber()).isTrue();
        }
    }

    @Test
    void whatHappensIsToldWhileItHappens() throws InterruptedException {
        CountDownLatch gate = vendorWaits();
        String job = refining(run(), "image_0");

        try (Listener listener = Listener.open(server, job)) {
            JsonNode message = listener.next();
            while (!message.at("/data/event").asText().equals("sent")) {
                message = listener.next();
            }
            assertThat(job(job).get("status").asText()).isEqualTo("RUNNING");
            gate.countDown();

            assertThat(listener.upTo("run_complete")).isNotEmpty();
        }
    }

    @Test
    void runTellsOfAllItsJobs() throws InterruptedException {
        String run = run();
        try (Listener listener = Listener.open(server, run)) {
            String first = refined(run, "image_0");
            String second = refined(run, first);

            List<JsonNode> all = new ArrayList<>(listener.upTo("run_complete"));
            all.addAll(listener.upTo("run_complete"));

            assertNumbered(all, 1);
            assertThat(all)
                    .extracting(message -> message.get("job_id").asText())
                    .contains(first, second);
        }
    }

    @Test
    void readerThatWasCutOffGoesOnWhereItWas() throws InterruptedException {
        CountDownLatch gate = vendorWaits();
        String job = refining(run(), "image_0");
        long known;
        try (Listener listener = Listener.open(server, job)) {
            listener.next();
            listener.next();
            known = listener.next().get("seq").asLong();
        }

        try (Listener listener = Listener.open(server, job + "?since=" + known)) {
            gate.countDown();
            List<JsonNode> rest = listener.upTo("run_complete");

            assertNumbered(rest, known + 1);
            assertThat(rest)
                    .filteredOn(message -> message.at("/data/completed_at").isTextual())
                    .as("a stage that began before it was cut off")
                    .allSatisfy(
                            message -> assertThat(message.at("/data/started_at").isTextual())
                                    .isTrue());
        }
    }

    @Test
    void failureIsToldWithWhatToDo() throws InterruptedException {
        server.vendor.next(Answer.moderated());
        String job = refining(run(), "image_0");

        try (Listener listener = Listener.open(server, job)) {
            List<JsonNode> all = listener.upTo("run_error", "run_complete");

            JsonNode end = all.get(all.size() - 1);
            assertThat(end.get("type").asText()).isEqualTo("run_error");
            assertThat(end.at("/data/error_code").asText()).isEqualTo("refused");
            assertThat(end.at("/data/suggestion").asText())
                    .isEqualTo("Ask for something that the provider's policy allows.");
            assertThat(end.at("/data/error_message").asText())
                    .endsWith(end.at("/data/suggestion").asText());
            assertThat(end.at("/data/job_id").asText()).isEqualTo(job);
        }
    }

    @Test
    void jobThatIsTakenBackIsAnErrorToo() throws InterruptedException {
        vendorWaits();
        String job = refining(run(), "image_0");
        post("/api/v1/refinements/" + job + "/cancel", new FormBody());

        try (Listener listener = Listener.open(server, job)) {
            List<JsonNode> all = listener.upTo("run_error", "run_complete");

            assertThat(all.get(all.size() - 1).at("/data/error_code").asText()).isEqualTo("canceled");
        }
    }

    @Test
    void twoHundredHearTheSame() throws InterruptedException {
        CountDownLatch gate = vendorWaits();
        String job = refining(run(), "image_0");
        List<Listener> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(Listener.open(server, job));
            }
            gate.countDown();

            List<JsonNode> first = crowd.get(0).upTo("run_complete");
            assertNumbered(first, 1);
            for (Listener listener : crowd.subList(1, CROWD)) {
                assertThat(listener.upTo("run_complete")).isEqualTo(first);
            }
        } finally {
            crowd.forEach(Listener::close);
        }
    }

    /** Far more happens than is kept in memory for a reader, and than the network takes in unread. */
    @Test
    void slowReaderMissesNothingAndHoldsNobodyUp() throws InterruptedException {
        String run = run();
        try (Listener slow = Listener.lazy(server, run)) {
            long last = 0;
            for (int i = 0; i < 30; i++) {
                last = lastSeq(refined(run, "image_0"), run);
            }
            slow.read(Long.MAX_VALUE);

            List<JsonNode> all = new ArrayList<>();
            while (all.size() < last) {
                all.add(slow.next());
            }

            assertNumbered(all, 1);
        }
    }

    private long lastSeq(String job, String run) throws InterruptedException {
        try (Listener listener = Listener.open(server, run)) {
            JsonNode message = listener.next();
            while (!message.get("type").asText().equals("run_complete")
                    || !message.get("job_id").asText().equals(job)) {
                message = listener.next();
            }
            return message.get("seq").asLong();
        }
    }

    @Test
    void socketIsClosedWhenTheServerEnds() throws InterruptedException {
        String run = run();
        refined(run, "image_0");
        try (Listener listener = Listener.open(server, run)) {
            listener.upTo("run_complete");

            server.stopServing();

            assertThat(listener.end()).isIn(1001, 1006, -1);
        }
    }

    /** Many, because what he might hear instead is a matter of who is faster. */
    @Test
    void whoeverSaysGoodbyeHearsItBack() {
        String run = run();
        for (int i = 0; i < 30; i++) {
            try (Listener listener = Listener.open(server, run)) {
                listener.leave();

                assertThat(listener.end()).isEqualTo(1000);
            }
        }
    }

    @Test
    void whoeverLeavesIsFollowedNoLonger() throws InterruptedException {
        String run = run();
        int before = streams();
        try (Listener listener = Listener.open(server, run)) {
            refined(run, "image_0");
            listener.upTo("run_complete");
        }

        Patience.await(() -> streams() <= before);
    }

    private static int streams() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("pentimento-stream"))
                .count();
    }

    private static void assertNumbered(List<JsonNode> messages, long first) {
        assertThat(messages)
                .extracting(message -> message.get("seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.range(first, first + messages.size()).boxed().toList());
    }
}
