package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Provider;
import java.util.Optional;

/** All roles of the API. */
final class GeminiProvider implements Provider {
    private final Gemini gemini;
    private final ImageEditor editor;
    private final ImageGenerator generator;
    private final ImageCritic critic;
    private final PromptWriter writer;

    GeminiProvider(Gemini gemini, String imageModel, String criticModel) {
        this.gemini = gemini;
        Painter painter = new Painter(gemini, imageModel);
        this.editor = new GeminiEditor(painter);
        this.generator = new GeminiGenerator(painter);
        Clerk clerk = new Clerk(gemini, criticModel);
        this.critic = new GeminiCritic(clerk);
        this.writer = new GeminiWriter(clerk);
    }

    @Override
    public String description() {
        return "Google's Gemini API: judges, writes, edits and generates; paid by the token, needs a key";
    }

    @Override
    public Optional<ImageEditor> editor() {
        return Optional.of(editor);
    }

    @Override
    public Optional<ImageGenerator> generator() {
        return Optional.of(generator);
    }

    @Override
    public Optional<ImageCritic> critic() {
        return Optional.of(critic);
    }

    @Override
    public Optional<PromptWriter> writer() {
        return Optional.of(writer);
    }

    @Override
    public void close() {
        gemini.close();
    }
}
