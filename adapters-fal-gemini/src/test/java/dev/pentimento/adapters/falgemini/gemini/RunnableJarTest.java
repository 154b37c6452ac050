package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.testkit.Narrow;
import dev.pentimento.testkit.RunnableJar;
import java.io.IOException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the runnable jar may leave out half of Google's library, and that nothing of it is loaded before it is needed. */
class RunnableJarTest {
    private static final String LIBRARY = "com/google/genai/";
    private static final Predicate<String> SHIPPED = RunnableJar.ships("com.google.genai:google-genai", LIBRARY);

    private static final Narrow LOADER = Narrow.over(SHIPPED);

    private final GeminiStub google = GeminiStub.open();

    @AfterAll
    static void closeLoader() throws IOException {
        LOADER.close();
    }

    @AfterEach
    void close() {
        google.close();
    }

    @ParameterizedTest
    @CsvSource({
        "edit, 200, picture, '[EncodedImage[image/jpeg, 160 bytes]]'",
        "edit, 200, blocked-prompt, REFUSED",
        "edit, 503, overloaded, UNAVAILABLE",
        "evaluate, 200, evaluation, 'A blue bowl on a wooden table, lit from the left.'",
        "evaluate, 200, cut-off, UNINTELLIGIBLE",
        "evaluate, 429, per-minute, RATE_LIMITED"
    })
    void whatTheRunnableJarLeavesOutIsNotMissed(String errand, int status, String answer, String outcome)
            throws Exception {
        google.answers(status, Recorded.file("answers/" + answer + ".json"));

        assertThat(run(errand, LOADER)).isEqualTo(outcome);
    }

    /** The control: something is left out. */
    @Test
    void muchOfTheLibraryIsLeftOut() {
        assertThat(SHIPPED).accepts(LIBRARY + "Models.class").rejects(LIBRARY + "gaos/GenAI.class");
    }

    @Test
    void libraryIsNotLoadedBeforeTheFirstCall() throws Exception {
        try (Narrow nothing = Narrow.over(name -> !name.startsWith(LIBRARY))) {
            assertThat(run("look", nothing)).isEqualTo("13");

            assertThatThrownBy(() -> run("edit", nothing)).hasRootCauseInstanceOf(ClassNotFoundException.class);
        }
    }

    private String run(String errand, Narrow loader) throws Exception {
        return String.valueOf(loader.loadClass(GeminiErrand.class.getName())
                .getMethod("run", String.class, String.class)
                .invoke(null, errand, google.url()));
    }
}
