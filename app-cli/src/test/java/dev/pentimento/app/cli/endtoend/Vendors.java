package dev.pentimento.app.cli.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.pentimento.app.cli.endtoend.ProgramRun.Started;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * OpenAI, fal, Gemini and JigsawStack on this machine. Whatever they are asked, each answers with one picture full of its own colour, of a size and
 * format of its own.
 */
final class Vendors implements AutoCloseable {
    static final String OPENAI = "/v1/images/edits";
    static final String FAL = "/fal-ai/.*";
    static final String GEMINI = "/v1beta/models/.*:generateContent";
    static final String JIGSAWSTACK = "/v1/ai/image_generation";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAL_REQUEST = "/fal-ai/app/requests/req-1";

    private final WireMockServer vendors =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;

    Vendors(Path folder) {
        this.folder = folder;
        vendors.start();
        set("PENTIMENTO_HOME", folder.resolve("home").toString());
        set("PENTIMENTO_PROVIDERS_EDIT", "local,openai,fal,gemini,jigsawstack");
        set("PENTIMENTO_INTAKE_ALLOW_HOSTS", "localhost:" + vendors.port());
        set("PENTIMENTO_JOBS_LEASE", "5s");
        openAi();
        fal();
        gemini();
        jigsawStack();
    }

    Vendors set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    private void openAi() {
        set("OPENAI_API_KEY", "sk-only-for-tests");
        set("PENTIMENTO_PROVIDERS_OPENAI_BASE_URL", vendors.baseUrl() + "/v1");
        vendors.stubFor(post(urlPathMatching("/v1/images/.*"))
                .willReturn(okJson("""
                {"created": 1795000000, "data": [{"b64_json": "%s"}],
                 "usage": {"total_tokens": 1500, "input_tokens": 444, "output_tokens": 1056,
                           "input_tokens_details": {"text_tokens": 44, "image_tokens": 400}}}
                """.formatted(base64(Color.MAGENTA, 1088, 768, "png")))));
    }

    private void fal() {
        set("FAL_KEY", "id-only:for-tests");
        set("PENTIMENTO_PROVIDERS_FAL_QUEUE_URL", vendors.baseUrl());
        set("PENTIMENTO_PROVIDERS_FAL_UPLOAD_URL", vendors.baseUrl());
        set("PENTIMENTO_PROVIDERS_FAL_POLL_INTERVAL", "100ms");
        String request = vendors.baseUrl() + FAL_REQUEST;
        vendors.stubFor(post(urlPathMatching(FAL)).willReturn(okJson("""
                {"status": "IN_QUEUE", "request_id": "req-1", "queue_position": 0, "response_url": "%1$s",
                 "status_url": "%1$s/status", "cancel_url": "%1$s/cancel"}""".formatted(request))));
        falIs("COMPLETED");
        vendors.stubFor(get(urlPathMatching(FAL_REQUEST)).willReturn(okJson("""
                {"images": [{"url": "%s/files/a.jpg", "content_type": "image/jpeg"}], "seed": 7}""".formatted(vendors.baseUrl()))));
        vendors.stubFor(get(urlEqualTo("/files/a.jpg"))
                .willReturn(aResponse().withBody(picture(Color.GREEN, 1024, 704, "jpg"))));
    }

    /** @param status such as IN_PROGRESS */
    Vendors falIs(String status) {
        vendors.stubFor(get(urlPathMatching(FAL_REQUEST + "/status"))
                .willReturn(okJson("{\"status\": \"%s\", \"logs\": []}".formatted(status))));
        return this;
    }

    private void gemini() {
        set("GEMINI_API_KEY", "gm-only-for-tests");
        set("PENTIMENTO_PROVIDERS_GEMINI_BASE_URL", vendors.baseUrl());
        vendors.stubFor(post(urlPathMatching(GEMINI))
                .willReturn(okJson("""
                {"candidates": [{"finishReason": "STOP", "content": {"role": "model", "parts": [
                   {"inlineData": {"mimeType": "image/png", "data": "%s"}}]}}],
                 "usageMetadata": {"promptTokenCount": 300, "candidatesTokenCount": 1290, "totalTokenCount": 1590}}
                """.formatted(base64(Color.ORANGE, 1216, 832, "png")))));
    }

    private void jigsawStack() {
        set("JIGSAWSTACK_API_KEY", "js-only-for-tests");
        set("PENTIMENTO_PROVIDERS_JIGSAWSTACK_BASE_URL", vendors.baseUrl());
        vendors.stubFor(post(urlPathMatching(JIGSAWSTACK))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "image/png")
                        .withBody(picture(Color.BLUE, 960, 672, "png"))));
        vendors.stubFor(post(urlPathMatching("/v1/store/file")).willReturn(okJson("""
                {"success": true, "key": "k-1", "url": "%s/v1/store/file/read/k-1", "size": 1}""".formatted(vendors.baseUrl()))));
        vendors.stubFor(delete(urlPathMatching("/v1/store/file/read/.*")).willReturn(okJson("{\"success\": true}")));
    }

    /** How often something was asked for. */
    int posts(String path) {
        return vendors.findAll(postRequestedFor(urlPathMatching(path))).size();
    }

    int looks() {
        return vendors.findAll(getRequestedFor(urlPathMatching(FAL_REQUEST + "/status")))
                .size();
    }

    Started start(String... arguments) throws IOException {
        return ProgramRun.startPentimento(folder, environment, List.of(), arguments);
    }

    ProgramRun run(String... arguments) throws IOException, InterruptedException {
        return ProgramRun.await(start(arguments), folder);
    }

    JsonNode json(String... arguments) throws IOException, InterruptedException {
        ProgramRun run = run(arguments);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        return JSON.readTree(run.out());
    }

    private static String base64(Color color, int width, int height, String format) {
        return Base64.getEncoder().encodeToString(picture(color, width, height, format));
    }

    private static byte[] picture(Color color, int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(color);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    public void close() {
        vendors.stop();
    }
}
