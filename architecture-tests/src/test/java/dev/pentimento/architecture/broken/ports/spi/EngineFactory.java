package dev.pentimento.architecture.broken.ports.spi;

import dev.pentimento.architecture.broken.ports.out.Answer;
import dev.pentimento.architecture.broken.ports.out.Codec;
import dev.pentimento.architecture.broken.ports.out.Dispatcher;
import dev.pentimento.architecture.broken.ports.out.Engine;
import dev.pentimento.architecture.broken.ports.out.Listener;
import dev.pentimento.architecture.broken.ports.out.Vault;
import java.util.Optional;

/** Breaks nothing: hands out driven ports by name. */
public interface EngineFactory {
    String name();

    default Optional<Engine> engine(Listener listener) {
        return Optional.empty();
    }

    default Optional<Vault> vault() {
        return Optional.empty();
    }

    default Optional<Codec> codec() {
        return Optional.empty();
    }

    default Optional<Dispatcher> dispatcher() {
        return Optional.empty();
    }

    default Answer answer() {
        return new Answer.Yes();
    }
}
