package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundledFontTest {
    private static String atTheEnd(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                FontsAtTheEnd.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatWasBegunFindsItsFontsWhileTheProcessIsEnding() throws IOException {
        assertThat(atTheEnd("begun")).contains("DejaVu Serif");
    }

    @Test
    void whatBeginsWhileTheProcessIsEndingIsInterrupted() throws IOException {
        assertThat(atTheEnd()).contains("ProviderFailure$Canceled").doesNotContain("cannot be read");
    }
}
