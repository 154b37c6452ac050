package dev.pentimento.adapters.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/v1/runs}. */
class NewRunTest extends RunScene {
    private static final String RUNS = "/api/v1/runs";

    private static FormBody fox() {
        return FormBody.of("prompt", "logo for a cafe called \"Luna\"", "size", "128x96");
    }

    @Test
    void promptBecomesARunThatIsCompletedInTheEnd() {
        Reply created = post(RUNS, fox().with("num_variants", "2").with("creativity_level", "3"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String run = created.json().get("run_id").asText();
        assertThat(created.header("Location")).contains("/api/v1/runs/" + run);
        assertThat(created.json().get("mode").asText()).isEqualTo("generate");
        JsonNode end = awaitRun(run);
        assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("COMPLETED");
        JsonNode results = server.get(RUNS + "/" + run + "/results").json();
        List<String> paths = new ArrayList<>();
        results.get("generated_images")
                .forEach(image -> paths.add(image.get("image_path").asText()));
        assertThat(paths).containsExactly("originals/image_0.png", "originals/image_1.png");
        assertThat(results.at("/generated_images/1/strategy_index").asInt()).isEqualTo(1);
        assertThat(results.at("/generated_images/1/status").asText()).isEqualTo("COMPLETED");
        assertThat(results.at("/generated_images/0/prompt").asText()).contains("Luna");
        assertThat(results.at("/pipeline_metadata/run_id").asText()).isEqualTo(run);
        assertThat(results.get("refinements")).isEmpty();
        assertThat(TestPictures.read(file(run, paths.get(1)).bytes()).getWidth())
                .isEqualTo(128);
    }

    @Test
    void imagesThatAreBroughtInAreAFinishedRun() {
        Reply created = post(
                RUNS,
                new FormBody().png("images[]", BLUE).png("images[]", GREEN).with("theme_description", "calm"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.json().get("status").asText()).isEqualTo("COMPLETED");
        assertThat(created.json().get("mode").asText()).isEqualTo("import");
        assertThat(created.json().get("num_images").asInt()).isEqualTo(2);
        assertThat(created.json().get("prompt").isNull()).isTrue();
        String run = created.json().get("run_id").asText();
        assertThat(TestPictures.read(file(run, "originals/image_1.png").bytes()).getRGB(0, 0) & 0xffffff)
                .isEqualTo(0x30c060);
    }

    @Test
    void imageToBeginWithIsAnInputAndItsVariantsAreTheOriginals() {
        Reply created = post(
                RUNS,
                FormBody.of("prompt", "make it warmer", "num_variants", "2").png("image_file", BLUE));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String run = created.json().get("run_id").asText();
        assertThat(awaitRun(run).get("status").asText()).isEqualTo("COMPLETED");
        JsonNode results = server.get(RUNS + "/" + run + "/results").json();
        assertThat(results.get("generated_images")).hasSize(2);
        assertThat(results.get("refinements")).isEmpty();
        assertThat(results.at("/pipeline_metadata/inputs/0/image_path").asText())
                .isEqualTo("inputs/image_0.png");
    }

    @Test
    void eachRunIsANewOneAlsoFromAnImageThatIsKnown() {
        FormBody form = FormBody.of("prompt", "make it warmer").png("image_file", BLUE);

        String first = post(RUNS, form).json().get("run_id").asText();
        String second = post(RUNS, form).json().get("run_id").asText();

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void trailingSlashChangesNothing() {
        assertThat(post(RUNS + "/", new FormBody().png("images", BLUE)).status())
                .isEqualTo(201);
    }

    @Test
    void runNeedsAPromptOrImages() {
        Reply reply = post(RUNS, FormBody.of("num_variants", "2", "prompt", "  "));

        assertProblem(reply, 422, "invalid_request", "prompt: is required");
        assertThat(reply.json().at("/field_errors/prompt/0").asText()).isEqualTo("is required");
    }

    @ParameterizedTest
    @CsvSource({
        "num_variants, 0",
        "num_variants, 7",
        "num_variants, two",
        "num_variants, 1.5",
        "size, huge",
        "size, 0x0",
        "num_variants, 99999999999999999999"
    })
    void valueThatCannotBeIsNamed(String field, String value) {
        Reply reply = post(RUNS, FormBody.of("prompt", "a fox", field, value));

        assertProblem(reply, 422, "invalid_request", field + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "high", "2.0", "-1"})
    void creativityHasThreeLevels(String level) {
        Reply reply = post(RUNS, FormBody.of("prompt", "a fox", "creativity_level", level));

        assertProblem(reply, 400, "invalid_creativity_level", "Creativity level must be 1, 2, or 3");
        assertThat(reply.json().get("detail").asText()).isEqualTo("Creativity level must be 1, 2, or 3");
    }

    @Test
    void fieldThatIsThereTwiceIsNotChosenFrom() {
        assertProblem(post(RUNS, fox().with("prompt", "a dog")), 422, "invalid_request", "prompt: is there 2 times");
    }

    @Test
    void whatIsNoImageIsRefusedByItsName() {
        Reply reply = post(
                RUNS,
                new FormBody()
                        .with("images", "../../etc/fox.png", "image/png", "no image".getBytes(StandardCharsets.UTF_8)));

        assertProblem(reply, 422, "image_rejected", "'fox.png'");
        assertBlamed(reply, "images");
        assertThat(server.get(RUNS).json().get("total").asInt()).isZero();
    }

    @Test
    void imageToBeginWithThatIsNoneIsNamed() {
        Reply reply = post(
                RUNS, FormBody.of("prompt", "a fox").png("image_file", "no image".getBytes(StandardCharsets.UTF_8)));

        assertProblem(reply, 422, "image_rejected", "'image_file.png'");
        assertBlamed(reply, "image_file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999x99999", "16384x16384"})
    void sizeThatCouldNotBeReadAgainIsNamed(String size) {
        Reply reply = post(RUNS, FormBody.of("prompt", "a fox", "size", size));

        assertProblem(reply, 422, "invalid_request", size);
        assertBlamed(reply, "size");
    }

    @Test
    void unknownProviderIsRefused() {
        Reply reply = post(RUNS, fox().with("provider", "nobody"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    }

    @Test
    void bodyThatIsNoFormIsRefused() {
        assertProblem(
                server.post(RUNS, "{\"prompt\": \"a fox\"}"), 415, "unsupported_media_type", "multipart/form-data");
    }

    @Test
    void formThatBreaksOffIsRefused() {
        Reply reply = server.send(server.request(RUNS)
                .header("Content-Type", FormBody.contentType())
                .POST(BodyPublishers.ofString("--pentimento-test-boundary\r\nContent-Dis")));

        assertProblem(reply, 400, "broken_request", "breaks off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt=a+fox&x=%zz", "prompt=%", "prompt=a+fox&num_variants=%1"})
    void formWhosePercentSignsStandForNothingIsRefused(String form) {
        Reply reply = server.send(server.request(RUNS)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

        assertProblem(reply, 400, "broken_request", "none that can be read");
    }

    /** The client of the JDK does not read an answer that comes before it has sent everything. */
    @Test
    void formThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FormBody.contentType()
                                    + "\r\nContent-Length: 70000000\r\n\r\n--")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(firstLine(socket.getInputStream())).contains("413");
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    @Test
    void formThatTellsNoLengthIsRefusedWhenItBecomesTooLarge() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                                    + FormBody.contentType() + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            chunk(
                    socket,
                    "--pentimento-test-boundary\r\nContent-Disposition: form-data; name=\"images\"; filename=\"a.png\"\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[1 << 20];
            boolean refused = false;
            for (int i = 0; i < 80 && !refused; i++) {
                refused = !chunked(socket, block);
            }

            assertThat(refused || firstLine(socket.getInputStream()).contains("413"))
                    .isTrue();
        }
        assertThat(server.get("/health").status()).isEqualTo(200);
    }

    /** Whether the server still listens. */
    private static boolean chunked(Socket socket, byte[] block) {
        try {
            chunk(socket, block);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static void chunk(Socket socket, byte[] block) throws IOException {
        socket.getOutputStream()
                .write((Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(block);
        socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
