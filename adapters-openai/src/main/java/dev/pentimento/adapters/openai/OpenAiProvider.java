package dev.pentimento.adapters.openai;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.spi.Provider;
import java.util.Optional;

/** The roles of OpenAI's images API. */
final class OpenAiProvider implements Provider {
    private final ImageEditor editor;
    private final ImageGenerator generator;
    private final LateOrders orders;

    OpenAiProvider(Models models, Wishes wishes, LateOrders orders) {
        this.editor = new OpenAiEditor(models, wishes, orders);
        this.generator = new OpenAiGenerator(models, wishes, orders);
        this.orders = orders;
    }

    @Override
    public String description() {
        return "OpenAI's images API: edits by words, masks and references, and makes images from words; needs a key, and is paid by the token";
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
        orders.close();
    }
}
