package dev.pentimento.app.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import dev.pentimento.testkit.WebServer;
import dev.pentimento.testkit.WebServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Images from the web, as users meet them. */
@Timeout(180)
class UrlTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final WebServer server = WebServer.open();

    @BeforeEach
    void serveALogo() throws IOException {
        byte[] logo = Files.readAllBytes(TestPictures.twoColours(folder.resolve("here.png")));
        server.with("/logo.png", Answer.file(logo, "Content-Type: text/plain"));
        server.with("/page.png", Answer.file("<html>".getBytes(StandardCharsets.UTF_8), "Content-Type: image/png"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Started start(String... arguments) throws IOException {
        Map<String, String> environment =
                Map.of("PENTIMENTO_HOME", home().toString(), "PENTIMENTO_INTAKE_ALLOW_HOSTS", server.hostAndPort());
        return ProgramRun.startPentimento(folder, environment, List.of(), arguments);
    }

    private ProgramRun run(String... arguments) throws IOException, InterruptedException {
        return ProgramRun.await(start(arguments), folder);
    }

    private JsonNode json(String... arguments) throws IOException, InterruptedException {
        ProgramRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private Path home() {
        return folder.resolve("home");
    }

    @Test
    void imageBehindAUrlIsRefinedAndItsSourceRemembered() throws IOException, InterruptedException {
        JsonNode refined =
                json("refine", server.at("/logo.png?signature=s3cret").toString(), "warmer");

        assertThat(refined.at("/versions/0/label").asText()).isEqualTo("A1");
        JsonNode original = json("show", "A");
        assertThat(original.get("file_name").asText()).isEqualTo("logo.png");
        assertThat(original.get("source_url").asText())
                .isEqualTo(server.at("/logo.png").toString());
        assertThat(json("refine", "here.png", "cooler").at("/versions/0/label").asText())
                .isEqualTo("A2");
        assertThat(json("import", server.at("/logo.png").toString(), "here.png").get("versions"))
                .hasSize(2);
    }

    @Test
    void pageThatPassesItselfOffAsAnImageStaysOut() throws IOException, InterruptedException {
        ProgramRun run = run("refine", server.at("/page.png?signature=s3cret").toString(), "warmer");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("pentimento: " + server.at("/page.png") + ": ")
                .contains("not an image")
                .doesNotContain("s3cret");
    }

    @Test
    void privateServersAreNotAskedUnlessTheyAreAllowed() throws IOException, InterruptedException {
        ProgramRun run = ProgramRun.ofPentimento(
                folder, home(), "refine", server.at("/logo.png").toString(), "warmer", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(JSON.readTree(run.out()).at("/error/code").asText()).isEqualTo("fetch_failed");
        assertThat(run.err()).contains("list " + server.hostAndPort() + " under intake.allow-hosts");
        assertThat(server.requests()).isEmpty();
        assertThat(json("concepts").get("concepts")).isEmpty();
    }

    @Test
    void ctrlCEndsAFetchAndLeavesNothing() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "SKIPPED: no /bin/kill to send SIGINT with");
        CountDownLatch asked = new CountDownLatch(1);
        server.with("/slow.png", visit -> {
            asked.countDown();
            visit.fallSilent();
        });
        Started started = start("refine", server.at("/slow.png").toString(), "warmer");
        asked.await();

        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(started.process().pid()))
                .start()
                .waitFor();
        ProgramRun run = ProgramRun.await(started, folder);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(130);
        assertThat(run.err())
                .contains("Fetching " + server.at("/slow.png") + "\n")
                .doesNotContain("pentimento:", "Exception");
        assertThat(json("concepts").get("concepts")).isEmpty();
    }

    @Test
    void runWithoutAUrlLoadsNoHttpClient() throws IOException, InterruptedException {
        String withUrl = loadedClasses("refine", server.at("/gone.png").toString(), "warmer");
        String without = loadedClasses("refine", "here.png", "warmer");

        assertThat(withUrl).contains("okhttp3.HttpUrl", "dev.pentimento.application.Intake");
        assertThat(without)
                .contains("dev.pentimento.application.Intake")
                .doesNotContain("okhttp3.", "okio.", "kotlin.");
    }

    private String loadedClasses(String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "classes", ".log");
        Map<String, String> environment = Map.of("PENTIMENTO_HOME", home().toString());
        ProgramRun.await(
                ProgramRun.startPentimento(folder, environment, List.of("-Xlog:class+load:file=" + log), arguments),
                folder);
        return Files.readString(log);
    }
}
