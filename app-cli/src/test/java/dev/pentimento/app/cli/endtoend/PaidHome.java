package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import dev.pentimento.testkit.paid.PaidServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A home whose images are made by a provider that costs money, in processes that do not know of each other. */
final class PaidHome implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final PaidServer server = PaidServer.open();
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    PaidHome(Path folder) throws IOException {
        this.folder = folder;
        TestPictures.twoColours(folder.resolve("logo.png"));
        set("HOME", folder.resolve("home").toString());
        set("PROVIDERS_EDIT", "paid");
        set("PROVIDERS_PAID_URL", server.url().toString());
        set("PROVIDERS_PAID_PRICE_MICRO_USD", Long.toString(PaidServer.PRICE_MICRO_USD));
        set("PROVIDERS_PAID_REQUESTS_PER_SECOND", "1000");
        set("JOBS_LEASE", "5s");
    }

    /** @param setting as in the name of its variable */
    PaidHome set(String setting, String value) {
        environment.put("PENTIMENTO_" + setting, value);
        return this;
    }

    /** Calls are accepted first and done later, so that others can take them up. */
    PaidHome queueing() {
        return set("PROVIDERS_PAID_MODE", "queue");
    }

    Started start(String... arguments) throws IOException {
        return ProgramRun.startPentimento(folder, environment, List.of(), arguments);
    }

    ProgramRun await(Started started) throws IOException, InterruptedException {
        return ProgramRun.await(started, folder);
    }

    ProgramRun run(String... arguments) throws IOException, InterruptedException {
        return await(start(arguments));
    }

    JsonNode json(String... arguments) throws IOException, InterruptedException {
        ProgramRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    static JsonNode tree(String json) throws IOException {
        return JSON.readTree(json);
    }

    /** What standard output of a run that failed tells programs. */
    static JsonNode error(ProgramRun run) throws IOException {
        return tree(run.out()).get("error");
    }

    JsonNode newestJob() throws IOException, InterruptedException {
        return json("jobs", "--limit", "1").at("/jobs/0");
    }

    void awaitWorker() throws IOException, InterruptedException {
        awaitWorkedOn(true);
    }

    /** Workers in the background end by themselves. */
    void awaitNoWorker() throws IOException, InterruptedException {
        awaitWorkedOn(false);
    }

    private void awaitWorkedOn(boolean expected) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (json("jobs").get("worked_on").asBoolean() != expected) {
            assertThat(System.nanoTime()).as("still not worked on: " + expected).isLessThan(deadline);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
