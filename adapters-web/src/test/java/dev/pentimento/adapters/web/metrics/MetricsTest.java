package dev.pentimento.adapters.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.TestServer;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.WatchJob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
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

    @Test
    void callsAreTimedAndCostedAsTheConventionsForGenerativeAiSay() throws IOException {
        Job job = server.home()
                .refineImage()
                .handle(RefineImage.Command.of(
                        new RefineImage.Uploaded(new ImageFile("red.png", picture())),
                        new PromptRefinement(new Instruction("warmer"), null)))
                .job()
                .orElseThrow();
        server.home().watchJob().handle(WatchJob.Query.of(job));

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
