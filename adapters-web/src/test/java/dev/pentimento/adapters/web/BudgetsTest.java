package dev.pentimento.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.PaidServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money runs out when a provider is about to be asked: the job says so, and no more is spent than may be, however many ask at once. */
@Timeout(240)
class BudgetsTest {
    private static final String PER_JOB = "budget.per-job-usd";
    private static final String PER_MONTH = "budget.per-user-per-month-usd";
    private static final String PER_DAY = "budget.per-day-usd";
    private static final String KEY = "X-API-Key";

    @TempDir
    Path folder;

    private TestServer server(String... settings) {
        return TestServer.on(folder.resolve("home"), settings);
    }

    private static String run(TestServer server, String... headers) {
        Reply reply = server.send(
                new FormBody().png("images", TestPictures.png(0x3060c0)).in(server.request("/api/v1/runs", headers)));
        return reply.json().get("run_id").asText();
    }

    /** Submits a refinement. */
    private static String refining(TestServer server, String run, String... headers) {
        Reply reply = server.send(
                FormBody.of("refine_type", "prompt", "parent_image_id", "image_0", "prompt", "make it warmer")
                        .in(server.request("/api/v1/runs/" + run + "/refine", headers)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("job_id").asText();
    }

    private static JsonNode end(TestServer server, String job, String... headers) {
        Patience.await(() -> List.of("completed", "failed")
                .contains(task(server, job, headers).get("status").asText()));
        return task(server, job, headers);
    }

    private static JsonNode task(TestServer server, String job, String... headers) {
        return server.get("/api/tasks/" + job, headers).json();
    }

    private static void assertRefusedFor(String budget, JsonNode task) {
        assertThat(task.get("status").asText()).as(task.toString()).isEqualTo("failed");
        assertThat(task.get("error_code").asText()).isEqualTo("quota_exhausted");
        assertThat(task.get("error_message").asText()).contains(budget);
        assertThat(task.at("/cost/micro_usd").asLong()).isZero();
    }

    @ParameterizedTest
    @CsvSource({PER_JOB + ", 0.03, 0", PER_MONTH + ", 0.05, 1", PER_DAY + ", 0.05, 1"})
    void jobThatWouldCostMoreThanIsLeftFailsBeforeAnybodyIsAsked(String budget, String usd, int affordable) {
        try (TestServer server = server(budget, usd)) {
            String run = run(server);
            IntStream.range(0, affordable).forEach(i -> end(server, refining(server, run)));

            String job = refining(server, run);

            assertRefusedFor(budget, end(server, job));
            JsonNode refinement = server.get("/api/v1/refinements/" + job).json();
            assertThat(refinement.get("status").asText()).isEqualTo("FAILED");
            assertThat(refinement.get("error_code").asText()).isEqualTo("quota_exhausted");
            assertThat(refinement.get("error_message").asText())
                    .contains(budget)
                    .endsWith("Wait until there is budget again, or choose another provider.");
            assertThat(server.vendor.billing().requests()).hasSize(affordable);
        }
    }

    @Test
    void budgetOfAMonthIsThatOfItsUserAlone() {
        try (TestServer server = server("server.auth.mode", "api-key", PER_MONTH, "0.05")) {
            String[] ann = {KEY, server.grant("ann")};
            String[] ben = {KEY, server.grant("ben")};
            String annsRun = run(server, ann);
            end(server, refining(server, annsRun, ann), ann);

            JsonNode annsSecond = end(server, refining(server, annsRun, ann), ann);
            JsonNode bensFirst = end(server, refining(server, run(server, ben), ben), ben);

            assertRefusedFor(PER_MONTH, annsSecond);
            assertThat(bensFirst.get("status").asText()).isEqualTo("completed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PER_MONTH, PER_DAY})
    void ofManyWhoAskAtOnceAsManyArePaidAsTheBudgetIsGoodFor(String budget) {
        try (TestServer server = server(budget, "0.20", "jobs.workers", "8")) {
            String run = run(server);

            List<String> jobs = Crowd.of(16, () -> refining(server, run));

            List<JsonNode> failed = jobs.stream()
                    .map(job -> end(server, job))
                    .filter(task -> task.get("status").asText().equals("failed"))
                    .toList();
            assertThat(failed).hasSize(11).allSatisfy(task -> assertRefusedFor(budget, task));
            assertThat(server.vendor.billing().requests()).hasSize(5);
            assertThat(server.vendor.billing().total()).isEqualTo(5 * PaidServer.PRICE_MICRO_USD);
        }
    }

    @Test
    void promptsOfABatchThatAreWorkedOnAtTheSameTimeSpendNoMoreThanItMayCost() {
        try (TestServer server = server("providers.generate", "paid,local", "jobs.workers", "8")) {
            String prompts = IntStream.rangeClosed(1, 8)
                    .mapToObj(i -> "{\"id\": \"p%d\", \"scene\": \"a red boat\"}".formatted(i))
                    .collect(Collectors.joining(", "));

            Reply begun = server.post(
                    "/api/v1/batches",
                    "{\"prompts\": [%s], \"provider\": \"paid\", \"size\": \"128x128\", \"variants\": 1, \"max_iterations\": 1, \"batch_size\": 8, \"budget_usd\": 0.13}"
                            .formatted(prompts));

            JsonNode batch = server.overBatch(begun.json().get("batch_id").asText());
            assertThat(server.vendor.billing().total()).isEqualTo(3 * PaidServer.PRICE_MICRO_USD);
            assertThat(batch.get("prompts"))
                    .filteredOn(prompt -> prompt.get("stop_reason").asText().equals("budget"))
                    .hasSize(5);
            assertThat(batch.get("errors"))
                    .hasSize(5)
                    .allSatisfy(error -> assertThat(error.get("code").asText()).isEqualTo("quota_exhausted"));
        }
    }
}
