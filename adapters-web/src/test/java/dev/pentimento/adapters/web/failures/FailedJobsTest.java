package dev.pentimento.adapters.web.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.ServerLog;
import dev.pentimento.adapters.web.runs.RunScene;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users learn that a job failed for the home, or for a mistake of ours, and nothing of the machine or the code; whoever runs the server finds all of it in the log. */
class FailedJobsTest extends RunScene {
    private static final String MISTAKE = "This is a mistake of ours; the log says which";
    private static final String BROKEN_HOME = "The home cannot be read or written; see to its permissions";

    @Override
    protected String[] settings() {
        return new String[] {
            "providers.edit", "paid,clumsy,local",
            "providers.generate", "paid,clumsy,local",
            "providers.critique", "clumsy"
        };
    }

    /** A file stands where images are kept. */
    private void breakHome() {
        try {
            Files.move(home().resolve("images"), folder.resolve("images"));
            Files.createFile(home().resolve("images"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String refinedByMistake(String run) {
        Reply reply = refine(run, warmer("image_0").with("provider", ClumsyProviderFactory.NAME));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String job = reply.json().get("job_id").asText();
        awaitJob(job);
        return job;
    }

    private String refinedInBrokenHome(String run) {
        CountDownLatch gate = vendorWaits();
        String job = refining(run, "image_0");
        server.vendor.billing().awaitRequests(1);
        breakHome();
        gate.countDown();
        awaitJob(job);
        return job;
    }

    /** @return the run */
    private String generated(String provider) {
        Reply reply = post("/api/v1/runs", FormBody.of("prompt", "a red boat", "size", "64x64", "provider", provider));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("run_id").asText();
    }

    private String begun(String provider) {
        Reply reply = server.post(
                "/api/v1/batches",
                "{\"prompts\": [{\"id\": \"boat\", \"scene\": \"a red boat\"}], \"provider\": \"%s\", \"size\": \"128x128\"}"
                        .formatted(provider));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return reply.json().get("batch_id").asText();
    }

    private static Stream<String> viewsOf(String job) {
        return Stream.of(
                "/api/tasks/" + job,
                "/api/tasks/" + job + "/events",
                "/api/v1/refinements/" + job,
                "/api/v1/refinements/" + job + "/details",
                "/api/v1/events/" + job);
    }

    private static Stream<String> viewsOfRun(String run) {
        return Stream.of("", "/status", "/results", "/refinements").map(view -> "/api/v1/runs/" + run + view);
    }

    private void assertTellsNothing(Stream<String> views) {
        List<Reply> replies = views.map(server::get).toList();
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.text()).isEqualTo(200))
                .extracting(Reply::text)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(folder.toString(), "/home", "dev.pentimento", "java.", "Exception"));
    }

    @Test
    void refinementThatMetAMistakeOfOursSaysNoMoreThanThat() {
        String run = run();

        String job = refinedByMistake(run);

        JsonNode task = server.get("/api/tasks/" + job).json();
        assertThat(task.get("error_code").asText()).isEqualTo("internal");
        assertThat(task.get("error_message").asText()).startsWith(MISTAKE);
        assertThat(job(job).get("error_message").asText()).startsWith(MISTAKE);
        assertThat(server.get("/api/v1/events/" + job).text()).contains("run_error", MISTAKE);
        assertTellsNothing(Stream.concat(viewsOf(job), viewsOfRun(run)));
        assertThat(ServerLog.from("Job " + job + " met a mistake of ours"))
                .contains(ClumsyProviderFactory.MISTAKE, "at " + ClumsyProviderFactory.class.getName());
    }

    @Test
    void refinementThatTheHomeCouldNotKeepSaysNothingOfPlaces() {
        String run = run();

        String job = refinedInBrokenHome(run);

        JsonNode task = server.get("/api/tasks/" + job).json();
        assertThat(task.get("error_code").asText()).isEqualTo("storage");
        assertThat(task.get("error_message").asText()).isEqualTo(BROKEN_HOME);
        assertThat(server.get("/api/v1/events/" + job).text()).contains("run_error", BROKEN_HOME);
        assertTellsNothing(Stream.concat(viewsOf(job), viewsOfRun(run)));
        assertThat(ServerLog.line("Job " + job + " failed")).contains(": Image ", " <- " + home().resolve("images"));
    }

    @Test
    void runThatMetAMistakeOfOursSaysNoMoreThanThat() {
        String run = generated(ClumsyProviderFactory.NAME);

        JsonNode end = awaitRun(run);

        assertThat(end.get("status").asText()).isEqualTo("FAILED");
        assertThat(end.get("error_message").asText()).startsWith(MISTAKE);
        assertTellsNothing(viewsOfRun(run));
        assertTellsNothing(viewsOf(end.get("job_id").asText()).filter(view -> !view.contains("refinements")));
    }

    @Test
    void runThatTheHomeCouldNotKeepSaysNothingOfPlaces() {
        CountDownLatch gate = vendorWaits();
        String run = generated("paid");
        server.vendor.billing().awaitRequests(1);
        breakHome();
        gate.countDown();

        JsonNode end = awaitRun(run);

        assertThat(end.get("error_message").asText()).startsWith(BROKEN_HOME);
        assertTellsNothing(viewsOfRun(run));
    }

    @Test
    void batchThatMetAMistakeOfOursSaysNoMoreThanThat() {
        String batch = begun(ClumsyProviderFactory.NAME);

        JsonNode end = server.overBatch(batch);

        assertThat(end.at("/prompts/0/message").asText()).contains(MISTAKE);
        assertThat(end.at("/errors/0/message").asText()).contains(MISTAKE);
        assertTellsNothing(Stream.of("/api/v1/batches/" + batch, "/api/v1/batches/" + batch + "/events"));
    }

    @Test
    void batchWhoseImagesWereJudgedByMistakeSaysNoMoreThanThat() {
        String batch = begun("local");

        JsonNode end = server.overBatch(batch);

        assertThat(end.at("/prompts/0/message").asText()).isEqualTo(MISTAKE);
        assertThat(end.at("/errors/0/code").asText()).isEqualTo("internal");
        String job = end.at("/prompts/0/iterations/0/job_id").asText();
        assertTellsNothing(Stream.of(
                "/api/v1/batches/" + batch, "/api/v1/batches/" + batch + "/events", "/api/tasks/" + job + "/events"));
        assertThat(ServerLog.from("The run of prompt boat met a mistake of ours"))
                .contains(ClumsyProviderFactory.MISTAKE);
    }

    @Test
    void batchThatTheHomeCouldNotKeepSaysNothingOfPlaces() {
        CountDownLatch gate = vendorWaits();
        String batch = begun("paid");
        server.vendor.billing().awaitRequests(1);
        breakHome();
        gate.countDown();

        JsonNode end = server.overBatch(batch);

        assertThat(end.at("/prompts/0/message").asText()).contains(BROKEN_HOME);
        assertThat(end.at("/errors/0/code").asText()).isEqualTo("storage");
        assertTellsNothing(Stream.of("/api/v1/batches/" + batch, "/api/v1/batches/" + batch + "/events"));
    }
}
