package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.PromptWriter;
import java.util.Optional;

/** The roles one provider can play. */
public interface Provider extends AutoCloseable {

    /** One sentence for people: what it is and what it costs. */
    String description();

    default Optional<ImageEditor> editor() {
        return Optional.empty();
    }

    default Optional<ImageGenerator> generator() {
        return Optional.empty();
    }

    default Optional<ImageCritic> critic() {
        return Optional.empty();
    }

    default Optional<PromptWriter> writer() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
