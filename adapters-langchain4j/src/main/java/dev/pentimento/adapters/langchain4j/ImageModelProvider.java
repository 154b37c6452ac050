package dev.pentimento.adapters.langchain4j;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.spi.Provider;
import java.util.Optional;

/** The roles that a model was declared to play. */
final class ImageModelProvider implements Provider {
    private final Declaration declaration;
    private final Asking asking;

    ImageModelProvider(Declaration declaration, Asking asking) {
        this.declaration = declaration;
        this.asking = asking;
    }

    @Override
    public String description() {
        return declaration.description();
    }

    @Override
    public Optional<ImageEditor> editor() {
        return declaration.can(Declaration.Ability.EDIT)
                ? Optional.of(new ImageModelEditor(declaration, asking))
                : Optional.empty();
    }

    @Override
    public Optional<ImageGenerator> generator() {
        return declaration.can(Declaration.Ability.GENERATE)
                ? Optional.of(new ImageModelGenerator(declaration, asking))
                : Optional.empty();
    }

    @Override
    public void close() {
        asking.close();
    }
}
