package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.testkit.Crowd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits, and forms that arrive twice. */
class RunLimitsTest extends RunScene {
    private static final String KEY = "Idempotency-Key";

    @Override
    protected String[] settings() {
        return new String[] {
            "limits.local.active-per-user", "1",
            "limits.local.refine-per-month", "2",
            "limits.local.generate-per-month", "1"
        };
    }

    @Test
    void onlyOneIsUnderWayAtATime() {
        String run = run();
        vendorWaits();
        String job = refining(run, "image_0");

        Reply second = refine(run, warmer("image_0"));

        assertProblem(second, 409, "already_active", "already in progress");
        assertThat(second.json().get("job_id").asText()).isEqualTo(job);
        assertThat(second.json().get("run_id").asText()).isEqualTo(run);
        assertThat(second.header("X-RateLimit-Remaining")).as("takes nothing").contains("1");
    }

    @Test
    void monthHasItsLimit() {
        String run = run();
        refined(run, "image_0");
        refined(run, "image_0");

        Reply third = refine(run, warmer("image_0"));

        assertProblem(third, 429, "quota_exhausted", "2 per month");
        assertThat(third.json().get("period").asText()).isEqualTo("month");
        assertThat(third.header("X-RateLimit-Remaining")).contains("0");
        assertThat(third.header("Retry-After"))
                .contains(third.json().get("reset_after_seconds").asText());
    }

    @Test
    void runThatBeginsWithAnImageTellsOfTheLimitItTakesFrom() {
        FormBody wish = FormBody.of("prompt", "make it warmer").png("image_file", BLUE);

        Reply first = post("/api/v1/runs", wish);
        awaitRun(first.json().get("run_id").asText());
        Reply second = post("/api/v1/runs", wish);
        awaitRun(second.json().get("run_id").asText());
        Reply third = post("/api/v1/runs", wish);

        assertLimit(first, 201, "2", "1");
        assertLimit(second, 201, "2", "0");
        assertLimit(third, 429, "2", "0");
        assertLimit(post("/api/v1/runs", FormBody.of("size", "huge").png("image_file", BLUE)), 422, "2", "0");
        assertLimit(post("/api/v1/runs", FormBody.of("prompt", "a fox", "size", "64x64")), 201, "1", "0");
    }

    private static void assertLimit(Reply reply, int status, String limit, String remaining) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("X-RateLimit-Limit")).contains(limit);
        assertThat(reply.header("X-RateLimit-Remaining")).contains(remaining);
    }

    @Test
    void sameFormUnderTheSameKeyIsTheSameRefinement() {
        String run = run();
        FormBody form = warmer("image_0");
        JsonNode first = refine(run, form, KEY, "k-1").json();

        Reply again = refine(run, form, KEY, "k-1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json().get("job_id")).isEqualTo(first.get("job_id"));
        awaitJob(first.get("job_id").asText());
        assertThat(server.vendor.billing().billed()).as("paid once").isEqualTo(1);
    }

    @Test
    void sameWishUnderTheSameKeyIsTheSameRunThoughTheMonthIsUsedUp() {
        FormBody wish = FormBody.of("prompt", "a fox", "size", "64x64");
        Reply first = post("/api/v1/runs", wish, KEY, "k-4");
        assertThat(post("/api/v1/runs", wish).status()).isIn(409, 429);

        Reply again = post("/api/v1/runs", wish, KEY, "k-4");

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void otherFileUnderTheSameKeyIsAMistake() {
        FormBody blue = FormBody.of("prompt", "make it warmer").png("image_file", BLUE);
        FormBody green = FormBody.of("prompt", "make it warmer").png("image_file", GREEN);
        post("/api/v1/runs", blue, KEY, "k-2");

        assertProblem(post("/api/v1/runs", green, KEY, "k-2"), 422, "idempotency_key_reused", "another");
    }

    @Test
    void ofManyWhoArriveAtOnceOneIsCarriedOut() {
        String run = run();

        List<String> jobs = Crowd.of(
                8,
                () -> refine(run, warmer("image_0"), KEY, "k-3")
                        .json()
                        .get("job_id")
                        .asText());

        assertThat(jobs).hasSize(8).containsOnly(jobs.get(0));
    }
}
