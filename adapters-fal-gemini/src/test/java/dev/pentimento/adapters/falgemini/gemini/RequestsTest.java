package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.genai.types.Schema;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves this machine, compared with files that a reader can look at. */
class RequestsTest {
    private static final Scene SCENE = new Scene("Breakfast", "a bowl on a table", "quiet", "blue bowl, three apples");

    private static final JsonPointer INSTRUCTION = JsonPointer.compile("/systemInstruction/parts/0/text");
    private static final JsonPointer SCHEMA = JsonPointer.compile("/generationConfig/responseSchema");

    private final GeminiStub google = GeminiStub.open();
    private final Provider gemini = google.provider();

    @AfterEach
    void close() {
        gemini.close();
        google.close();
    }

    /** Asks for something, and does not care for the answer. */
    interface Asking {
        void of(Provider provider, CallContext context);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                row(
                        "evaluate",
                        GeminiStub.TEXT_MODEL,
                        (gemini, call) -> critic(gemini).evaluate(Wishes.evaluation(), call)),
                row(
                        "compare",
                        GeminiStub.TEXT_MODEL,
                        (gemini, call) -> critic(gemini)
                                .compare(
                                        new ImageCritic.Comparison(Wishes.RED, Wishes.BLUE, Wishes.BRIEF, null), call)),
                row(
                        "palettes",
                        GeminiStub.TEXT_MODEL,
                        (gemini, call) -> writer(gemini).proposePalettes(" sea ", 3, call)),
                row(
                        "checklist",
                        GeminiStub.TEXT_MODEL,
                        (gemini, call) -> writer(gemini).checklist(SCENE, call)),
                row(
                        "prompt",
                        GeminiStub.TEXT_MODEL,
                        (gemini, call) -> writer(gemini).write(SCENE, call)),
                row(
                        "refine",
                        GeminiStub.TEXT_MODEL,
                        (gemini, call) -> writer(gemini).refine(shortfall(), call)),
                row(
                        "edit",
                        GeminiStub.IMAGE_MODEL,
                        (gemini, call) -> gemini.editor().orElseThrow().edit(Wishes.edit(Wishes.BLUE), call)),
                row(
                        "generate",
                        GeminiStub.IMAGE_MODEL,
                        (gemini, call) -> gemini.generator().orElseThrow().generate(Wishes.generation(), call)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void bodiesAreAsInTheFiles(String name, String model, Asking asking) {
        google.answers(200, "{}");

        assertThatThrownBy(() -> asking.of(gemini, TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.Unintelligible.class);

        LoggedRequest request = google.request();
        assertThat(request.getUrl()).isEqualTo("/v1beta/models/%s:generateContent".formatted(model));
        assertThat(request.getHeader("x-goog-api-key")).isEqualTo(GeminiStub.KEY);
        assertThat(withNamesOfFiles(Json.read(request.getBodyAsString(), ObjectNode.class)))
                .isEqualTo(Json.tree(Recorded.file("requests/" + name + ".json")));
    }

    /** Instruction and schema are long, and files of their own: their names take their place once they are found to be the same. */
    private static ObjectNode withNamesOfFiles(ObjectNode body) {
        for (Form form : Form.values()) {
            String file = form.name().toLowerCase(Locale.ROOT);
            if (body.at(INSTRUCTION)
                    .asText()
                    .equals(Recorded.file(file + ".txt").strip())) {
                Schema schema = Schema.fromJson(body.at(SCHEMA).toString());
                assertThat(schema).isEqualTo(Schema.fromJson(Recorded.file(file + ".schema.json")));
                body.put("systemInstruction", file + ".txt");
                body.withObject("/generationConfig").put("responseSchema", file + ".schema.json");
            }
        }
        return body;
    }

    @Test
    void modelsOfSeveralResolutionsAreToldWhich() {
        google.answers(200, "{}");
        Provider twoTiers = new GeminiProviderFactory()
                .create(google.settings(Map.of("canvas", "1264x848, 2528x1696")), GeminiStub.nothing());

        assertThatThrownBy(() -> twoTiers.editor().orElseThrow().edit(Wishes.edit(), TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.Unintelligible.class);

        assertThat(google.request().getBodyAsString())
                .contains("\"imageConfig\":{\"aspectRatio\":\"3:2\",\"imageSize\":\"1K\"}");
    }

    @Test
    void aModelOfTheCallersChoiceIsAsked() {
        google.answers(200, "{}");

        assertThatThrownBy(() ->
                        gemini.editor().orElseThrow().edit(Wishes.edit("gemini-3-pro-image"), TestCallContext.calm()))
                .isInstanceOf(ProviderFailure.Unintelligible.class);

        assertThat(google.request().getUrl()).isEqualTo("/v1beta/models/gemini-3-pro-image:generateContent");
    }

    private static PromptWriter.Shortfall shortfall() {
        return new PromptWriter.Shortfall(
                Wishes.BRIEF,
                "a bowl",
                List.of(Wishes.CHECKLIST.checks().get(1)),
                List.of(new Issue("missing", Issue.Severity.MAJOR, "no apples", List.of("c2"), null)),
                List.of("add apples"),
                List.of(new PromptWriter.Trial("a round thing", 0.25)));
    }

    private static ImageCritic critic(Provider gemini) {
        return gemini.critic().orElseThrow();
    }

    private static PromptWriter writer(Provider gemini) {
        return gemini.writer().orElseThrow();
    }

    private static Arguments row(String name, String model, Asking asking) {
        return Arguments.of(name, model, asking);
    }
}
