package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.PromptWriter;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.Optional;

/** The roles that JigsawStack plays. */
final class JigsawStackProvider implements Provider {
    private final Api api;
    private final FileStore store;
    private final ImageEditor editor;
    private final ImageGenerator generator;
    private final PromptWriter writer;

    JigsawStackProvider(ProviderSettings settings, Api api, ImageSource results) {
        this.api = api;
        this.store = new FileStore(api);
        Studio studio = new Studio(settings, api, new Pictures(api, results));
        this.editor = new JigsawStackEditor(studio, store);
        this.generator = new JigsawStackGenerator(studio);
        this.writer = new JigsawStackWriter(settings, api);
    }

    @Override
    public String description() {
        return "JigsawStack: edits whole images, makes images from words, and proposes palettes; needs a key, and is paid."
                + " It marks its image API as no longer maintained";
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
    public Optional<PromptWriter> writer() {
        return Optional.of(writer);
    }

    /** Waits a moment for uploads that are still being deleted. */
    @Override
    public void close() {
        store.close();
        api.close();
    }
}
