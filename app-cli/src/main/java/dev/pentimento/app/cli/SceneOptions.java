package dev.pentimento.app.cli;

import dev.pentimento.domain.prompt.Legibility;
import dev.pentimento.domain.prompt.Scene;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an image shall show, beside the prompt. */
final class SceneOptions {
    @Option(names = "--title", paramLabel = "TEXT", description = "What the image is called.")
    private String title = "";

    @Option(names = "--scene", paramLabel = "TEXT", description = "What is to be seen.")
    private String scene = "";

    @Option(names = "--mood", paramLabel = "TEXT", description = "How it shall feel.")
    private String mood = "";

    /** @param prompt null = there is none */
    Scene scene(@Nullable String prompt) {
        return new Scene(
                Legibility.visible(title),
                Legibility.visible(scene),
                Legibility.visible(mood),
                prompt == null ? "" : Legibility.visible(prompt));
    }
}
