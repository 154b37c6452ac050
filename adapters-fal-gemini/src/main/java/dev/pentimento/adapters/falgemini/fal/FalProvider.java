package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.provider.http.Transport;
import java.util.Optional;

/** Both roles of fal. */
final class FalProvider implements Provider {
    static final String NAME = "fal";

    private final Transport transport;
    private final ImageEditor editor;
    private final ImageGenerator generator;

    FalProvider(Transport transport, ImageEditor editor, ImageGenerator generator) {
        this.transport = transport;
        this.editor = editor;
        this.generator = generator;
    }

    @Override
    public String description() {
        return "fal: image models behind one queue, each with prices of its own; needs FAL_KEY";
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
    public void close() {
        transport.close();
    }
}
