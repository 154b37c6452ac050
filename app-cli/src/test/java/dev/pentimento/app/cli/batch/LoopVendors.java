package dev.pentimento.app.cli.batch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** fal, which makes JPEGs, and Gemini, which judges and writes, on this machine. */
public final class LoopVendors implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GEMINI = "/v1beta/models/.*:generateContent";
    private static final String FAL = "/fal-ai/.*";
    private static final String REQUEST = "/fal-ai/app/requests/req-";

    /** How Gemini is told what to do. */
    public enum Task {
        CHECKLIST("You turn what somebody wants"),
        EVALUATION("You judge one picture"),
        PREFERENCE("two pictures"),
        REFINEMENT("You mend the prompt"),
        PROMPT("You write the prompt");

        private final String words;

        Task(String words) {
            this.words = words;
        }
    }

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final Map<String, String> environment = new HashMap<>();

    public LoopVendors() {
        server.start();
        environment.put("FAL_KEY", "id-only:for-tests");
        environment.put("PENTIMENTO_PROVIDERS_FAL_QUEUE_URL", server.baseUrl());
        environment.put("PENTIMENTO_PROVIDERS_FAL_UPLOAD_URL", server.baseUrl());
        environment.put("PENTIMENTO_PROVIDERS_FAL_POLL_INTERVAL", "100ms");
        environment.put("GEMINI_API_KEY", "gm-only-for-tests");
        environment.put("PENTIMENTO_PROVIDERS_GEMINI_BASE_URL", server.baseUrl());
        environment.put("PENTIMENTO_INTAKE_ALLOW_HOSTS", "localhost:" + server.port());
        environment.put("PENTIMENTO_PROVIDERS_GENERATE", "fal");
        environment.put("PENTIMENTO_PROVIDERS_EDIT", "fal");
        environment.put("PENTIMENTO_PROVIDERS_CRITIQUE", "gemini");
        environment.put("PENTIMENTO_PROVIDERS_WRITE", "gemini");
        environment.put("PENTIMENTO_JOBS_LEASE", "5s");
        fal();
        says(Task.CHECKLIST, """
                {"checks": [{"id": "c1", "kind": "object", "question": "Is there a fox?", "dependsOn": [], "weight": 3, "required": true},
                            {"id": "c2", "kind": "mood", "question": "Is it calm?", "dependsOn": ["c1"], "weight": 1, "required": false}]}""");
        judges("YES", "NO", 8);
        says(Task.PREFERENCE, "{\"reason\": \"They are alike\", \"better\": \"NEITHER\"}");
        says(Task.REFINEMENT, refinement("a calm red fox, evening light"));
    }

    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    private void fal() {
        makes(1, "");
        makes(2, "\"num_images\":2");
        falIs("COMPLETED");
        server.stubFor(get(urlEqualTo("/files/a.jpg")).willReturn(aResponse().withBody(jpeg())));
    }

    private void makes(int images, String asked) {
        String request = server.baseUrl() + REQUEST + images;
        server.stubFor(
                post(urlPathMatching(FAL)).withRequestBody(containing(asked)).willReturn(okJson("""
                {"status": "IN_QUEUE", "request_id": "req-%2$d", "queue_position": 0, "response_url": "%1$s",
                 "status_url": "%1$s/status", "cancel_url": "%1$s/cancel"}""".formatted(
                                request, images))));
        String image = "{\"url\": \"%s/files/a.jpg\", \"content_type\": \"image/jpeg\"}".formatted(server.baseUrl());
        server.stubFor(get(urlEqualTo(REQUEST + images))
                .willReturn(okJson("{\"images\": [%s], \"seed\": 7}"
                        .formatted(String.join(",", Collections.nCopies(images, image))))));
    }

    /** @param status such as IN_PROGRESS */
    public void falIs(String status) {
        server.stubFor(get(urlPathMatching(REQUEST + "\\d/status"))
                .willReturn(okJson("{\"status\": \"%s\", \"logs\": []}".formatted(status))));
    }

    /** What Gemini answers to the two checks, and for all marks. */
    public void judges(String first, String second, int marks) {
        says(Task.EVALUATION, evaluation(first, second, marks));
    }

    /** First one thing, and then another. */
    public void judgesThen(String first, String then) {
        server.stubFor(post(urlPathMatching(GEMINI))
                .withRequestBody(containing(Task.EVALUATION.words))
                .inScenario("judging")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("later")
                .willReturn(answer(first)));
        server.stubFor(post(urlPathMatching(GEMINI))
                .withRequestBody(containing(Task.EVALUATION.words))
                .inScenario("judging")
                .whenScenarioStateIs("later")
                .willReturn(answer(then)));
    }

    public static String evaluation(String first, String second, int marks) {
        return """
                {"description": "A fox", "checks": [{"id": "c1", "answer": "%s", "confidence": 0.9, "evidence": "red fur"},
                 {"id": "c2", "answer": "%s", "confidence": 0.8, "evidence": "the sky"}],
                 "criteria": {"composition": %3$d, "technicalQuality": %3$d, "aesthetics": %3$d, "styleAndMood": %3$d},
                 "issues": [], "suggestions": ["Calm the sky"]}""".formatted(first, second, marks);
    }

    public static String refinement(String prompt) {
        return "{\"changes\": [\"Calmer light\"], \"strategy\": \"REWRITE_PROMPT\", \"refinedPrompt\": \"%s\"}"
                .formatted(prompt);
    }

    public void says(Task task, String text) {
        server.stubFor(post(urlPathMatching(GEMINI))
                .withRequestBody(containing(task.words))
                .willReturn(answer(text)));
    }

    /** As {@link #says}, where it is asked about something. */
    public void saysAbout(Task task, String subject, String text) {
        server.stubFor(post(urlPathMatching(GEMINI))
                .withRequestBody(containing(task.words))
                .withRequestBody(containing(subject))
                .willReturn(answer(text)));
    }

    /** As {@link #refuses}, where it is asked about something. */
    public void refusesAbout(Task task, String subject, int status, String body) {
        server.stubFor(post(urlPathMatching(GEMINI))
                .withRequestBody(containing(task.words))
                .withRequestBody(containing(subject))
                .willReturn(aResponse().withStatus(status).withBody(body)));
    }

    /** Answers a task with an error of HTTP. */
    public void refuses(Task task, int status, String body) {
        server.stubFor(post(urlPathMatching(GEMINI))
                .withRequestBody(containing(task.words))
                .willReturn(aResponse().withStatus(status).withBody(body)));
    }

    /** Never answers a task: the connection stays open. */
    public void isSilentAbout(Task task) {
        server.stubFor(post(urlPathMatching(GEMINI))
                .withRequestBody(containing(task.words))
                .willReturn(answer("{}").withFixedDelay(600_000)));
    }

    /** Takes its time, in ms. */
    public void answersLate(Task task, String text, int after) {
        server.stubFor(post(urlPathMatching(GEMINI))
                .withRequestBody(containing(task.words))
                .willReturn(answer(text).withFixedDelay(after)));
    }

    private static ResponseDefinitionBuilder answer(String text) {
        return okJson("""
                {"candidates": [{"finishReason": "STOP", "content": {"role": "model", "parts": [{"text": %s}]}}],
                 "usageMetadata": {"promptTokenCount": 300, "candidatesTokenCount": 90, "totalTokenCount": 390}}""".formatted(quoted(text)));
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> asked(Task task) {
        return server
                .findAll(postRequestedFor(urlPathMatching(GEMINI)).withRequestBody(containing(task.words)))
                .stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** How often fal was asked how far it is. */
    public int looks() {
        return server.findAll(getRequestedFor(urlPathMatching(REQUEST + "\\d/status")))
                .size();
    }

    /** What fal was asked to make. */
    public List<String> orders() {
        return server.findAll(postRequestedFor(urlPathMatching(FAL))).stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    private static byte[] jpeg() {
        BufferedImage picture = new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillRect(0, 0, 1024, 1024);
        brush.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    public void close() {
        server.stop();
    }
}
