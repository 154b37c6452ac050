package dev.pentimento.adapters.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.WatchJob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MetricsTest {
    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersAreTimedByRouteAndNotByAddress() {
        server.get("/health");
        server.get("/nowhere/123");

        assertThat(figures())
                .contains("http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/health\"}")
                .contains("uri=\"none\"")
                .doesNotContain("nowhere");
    }

    /** Measurements are kept for ever, and anybody may make up methods. */
    @Test
    void methodsThatAreNoneAreNotMeasured() throws IOException {
        for (String method : List.of("BREW", "get", "Get")) {
            assertThat(server.raw(method + " /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 501 ")
                    .contains("\"code\":\"not_supported\"");
        }

        assertThat(figures()).doesNotContain("BREW", "method=\"get\"", "method=\"Get\"");
    }

    @Test
    void callsAreTimedAndCostedAsTheConventionsForGenerativeAiSay() throws IOException {
        refined(new RefineImage.Uploaded(new ImageFile("red.png", picture())));

        assertThat(figures())
                .containsPattern("gen_ai_client_operation_duration_seconds_count\\{error=\"none\",error_type=\"none\","
                        + "gen_ai_operation_name=\"generate_content\",gen_ai_provider_name=\"paid\",[^}]*} 1")
                .containsPattern("pentimento_provider_calls_total\\{[^}]*outcome=\"result_stored\"[^}]*} 1.0")
                .containsPattern("pentimento_provider_cost_micro_usd_total\\{[^}]*provider=\"paid\"} %d"
                        .formatted(server.vendor.billing().total()))
                .contains("pentimento_jobs{status=\"completed\"} 1.0")
                .contains("pentimento_job_events_total{kind=\"ended\"} 1.0");
    }

    @Test
    void latenessOfEventsIsMeasuredWhereSomebodyFollows() throws IOException, InterruptedException {
        Job past = refined(new RefineImage.Uploaded(new ImageFile("red.png", picture())));
        Iterator<String> stream = server.client()
                .send(server.request("/api/v1/events/" + past.concept()).build(), BodyHandlers.ofLines())
                .body()
                .iterator();
        hearTheEnd(stream, past);
        assertThat(figures()).contains("pentimento_event_lag_seconds_count 0");

        String made = past.completed().orElseThrow().versions().get(0).toString();
        hearTheEnd(stream, refined(new RefineImage.Stored(new VersionReference(made))));

        assertThat(figures()).containsPattern("pentimento_event_lag_seconds_count [1-9]");
    }

    private static void hearTheEnd(Iterator<String> stream, Job job) {
        String line = "";
        while (!line.contains("run_complete") || !line.contains(job.id().toString())) {
            line = stream.next();
        }
    }

    private Job refined(RefineImage.Picture base) {
        Job job = server.home()
                .refineImage()
                .handle(RefineImage.Command.of(base, new PromptRefinement(new Instruction("warmer"), null)))
                .job()
                .orElseThrow();
        return server.home().watchJob().handle(WatchJob.Query.of(job));
    }

    @Test
    void openJobsAreCountedByStatus() {
        assertThat(figures()).contains("pentimento_jobs{status=\"completed\"} 0.0", "pentimento_queue_depth 0.0");
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private String figures() {
        return server.get("/metrics").text();
    }
}
