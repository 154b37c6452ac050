package dev.pentimento.adapters.local;

import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Provider;
import java.util.Optional;

/** All roles of the embedded engine. */
final class LocalProvider implements Provider {
    private final ImageEditor editor;
    private final ImageGenerator generator;
    private final PromptWriter writer = new LocalWriter();
    private final ImageCritic critic = new LocalCritic();

    LocalProvider(long seed) {
        this.editor = new LocalEditor(seed);
        this.generator = new OriginalsGenerator(seed);
    }

    @Override
    public String description() {
        return "The embedded engine: real edits of tone, colour, style, lettering and subject; no key, no network, free of charge";
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
}
