package dev.pentimento.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.pentimento.testkit.Narrow;
import dev.pentimento.testkit.RunnableJar;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the runnable jar may leave out most of OpenAI's library, and that nothing of it is loaded before it is needed. */
class RunnableJarTest {
    private static final String DONE = "1 image at 35100";
    private static final String LIBRARY = "com/openai/";

    private static final Narrow SHIPPED = Narrow.over(isShipped());

    @AfterAll
    static void close() throws IOException {
        SHIPPED.close();
    }

    @RegisterExtension
    final StandIn openai = new StandIn();

    static Stream<Arguments> errands() {
        ResponseDefinitionBuilder images = Answers.images(Requests.PICTURE);
        String moderated = Answers.complaint("x", "moderation_blocked", "No");
        return Stream.of(
                arguments("edit", images, DONE),
                arguments("generate", images, DONE),
                arguments("watch an edit", events("image_edit"), DONE),
                arguments("watch a generation", events("image_generation"), DONE),
                arguments("edit", Answers.error(400, "x", "moderation_blocked", "No"), "REFUSED"),
                arguments("edit", Answers.error(500, "x", "internal_error", "Oh"), "OUTCOME_UNKNOWN"),
                arguments("watch an edit", Answers.events(Answers.event("error", moderated)), "REFUSED"),
                arguments("edit", okJson("{\"data\": 7}"), "UNINTELLIGIBLE"));
    }

    private static ResponseDefinitionBuilder events(String kind) {
        return Answers.events(Answers.partial(kind, 0, Requests.PICTURE), Answers.completed(kind, Requests.PICTURE));
    }

    @ParameterizedTest
    @MethodSource("errands")
    void whatTheRunnableJarLeavesOutIsNotMissed(String errand, ResponseDefinitionBuilder answer, String outcome)
            throws Exception {
        openai.answers(answer);

        assertThat(run(errand, SHIPPED)).isEqualTo(outcome);
    }

    /** The control: something is left out. */
    @Test
    void mostOfTheLibraryIsLeftOut() {
        assertThat(isShipped())
                .accepts("com/openai/models/images/Image.class")
                .rejects("com/openai/models/chat/ChatModel.class");
    }

    @Test
    void libraryIsNotLoadedBeforeTheFirstCall() throws Exception {
        try (Narrow nothing = Narrow.over(name -> !name.startsWith(LIBRARY))) {
            assertThat(run("look", nothing)).isEqualTo("10 candidates");

            assertThatThrownBy(() -> run("edit", nothing)).hasRootCauseInstanceOf(ClassNotFoundException.class);
        }
    }

    private String run(String errand, Narrow loader) throws Exception {
        return String.valueOf(loader.loadClass(Errand.class.getName())
                .getMethod("run", String.class, String.class)
                .invoke(null, errand, openai.url()));
    }

    private static Predicate<String> isShipped() {
        return RunnableJar.ships("com.openai:openai-java-core", LIBRARY);
    }
}
