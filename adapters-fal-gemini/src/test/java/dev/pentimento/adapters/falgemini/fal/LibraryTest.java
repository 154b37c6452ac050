package dev.pentimento.adapters.falgemini.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.testkit.Narrow;
import org.junit.jupiter.api.Test;

/** That nothing of fal's library is loaded before it is needed. */
class LibraryTest {

    @Test
    void libraryIsNotLoadedBeforeTheFirstCall() throws Exception {
        try (Narrow nothing = Narrow.over(name -> !name.startsWith("ai/fal/"))) {
            assertThat(run("look", nothing)).isEqualTo("4");
        }
    }

    /** The control. */
    @Test
    void callNeedsTheLibrary() throws Exception {
        try (Narrow nothing = Narrow.over(name -> !name.startsWith("ai/fal/"))) {
            assertThatThrownBy(() -> run("edit", nothing)).hasRootCauseInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void withTheLibraryCallsWorkBeyondTheClassLoaderToo() throws Exception {
        try (Narrow everything = Narrow.over(name -> true)) {
            assertThat(run("edit", everything)).isEqualTo("1");
        }
    }

    private static String run(String errand, Narrow loader) throws Exception {
        return String.valueOf(loader.loadClass(FalErrand.class.getName())
                .getMethod("run", String.class)
                .invoke(null, errand));
    }
}
