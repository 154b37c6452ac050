package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.testkit.Patience;
import dev.pentimento.testkit.paid.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server, and runs in it. */
@Timeout(300)
public abstract class RunScene {
    protected static final byte[] BLUE = TestPictures.png(0x3060c0);
    protected static final byte[] GREEN = TestPictures.png(0x30c060);
    private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED", "CANCELLED");

    @TempDir
    protected Path folder;

    private final List<CountDownLatch> gates = new ArrayList<>();
    protected TestServer server;

    /** Settings in pairs, besides those of every scene. */
    protected String[] settings() {
        return new String[0];
    }

    protected Path home() {
        return folder.resolve("home");
    }

    @BeforeEach
    void start() {
        server = TestServer.on(home(), settings());
    }

    @AfterEach
    void stop() {
        gates.forEach(CountDownLatch::countDown);
        server.close();
    }

    /** The next image is not made before the gate is opened. */
    protected CountDownLatch vendorWaits() {
        CountDownLatch gate = new CountDownLatch(1);
        gates.add(gate);
        server.vendor.next(Answer.image().gate(gate));
        return gate;
    }

    protected Reply post(String path, FormBody form, String... headers) {
        return server.send(form.in(server.request(path, headers)));
    }

    /** A finished run of one image that was brought in. */
    protected String run() {
        Reply reply = post("/api/v1/runs", new FormBody().png("images", BLUE));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("run_id").asText();
    }

    protected Reply refine(String run, FormBody form, String... headers) {
        return post("/api/v1/runs/" + run + "/refine", form, headers);
    }

    protected static FormBody warmer(String parent) {
        return FormBody.of("refine_type", "prompt", "parent_image_id", parent, "prompt", "make it warmer");
    }

    /** Submits a refinement. */
    protected String refining(String run, String parent) {
        Reply reply = refine(run, warmer(parent));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("job_id").asText();
    }

    /** A refinement that is finished. */
    protected String refined(String run, String parent) {
        String job = refining(run, parent);
        JsonNode end = awaitJob(job);
        assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("COMPLETED");
        return job;
    }

    protected JsonNode job(String id) {
        return server.get("/api/v1/refinements/" + id).json();
    }

    protected JsonNode awaitJob(String id) {
        Patience.await(() -> FINAL.contains(job(id).get("status").asText()));
        return job(id);
    }

    protected JsonNode awaitRun(String id) {
        Patience.await(() -> FINAL.contains(server.get("/api/v1/runs/" + id + "/status")
                .json()
                .get("status")
                .asText()));
        return server.get("/api/v1/runs/" + id).json();
    }

    protected Reply file(String run, String path) {
        return server.get("/api/v1/files/" + run + "/" + path);
    }

    /** Whether a problem says of which field of the request it is. */
    protected static void assertBlamed(Reply reply, String field) {
        assertThat(reply.json().get("field_errors").properties())
                .as(reply.text())
                .extracting(Map.Entry::getKey)
                .containsExactly(field);
        assertThat(reply.json().get("message").asText()).startsWith(field + ": ");
        assertThat(reply.json().at("/errors/0").asText()).startsWith(field + ": ");
    }

    /** Whether a problem tells programs and people the same. */
    protected static void assertProblem(Reply reply, int status, String code, String messagePart) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().get("code").asText()).isEqualTo(code);
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("message").asText()).contains(messagePart);
        assertThat(reply.text()).doesNotContain("/tmp", "Exception", "dev.pentimento");
    }
}
