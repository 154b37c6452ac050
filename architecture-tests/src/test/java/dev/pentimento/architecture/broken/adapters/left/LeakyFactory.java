package dev.pentimento.architecture.broken.adapters.left;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.pentimento.architecture.broken.ports.spi.EngineFactory;
import java.util.List;

/** Breaks 6: hands out a type of its library inside a generic one. */
public final class LeakyFactory implements EngineFactory {
    @Override
    public String name() {
        return "leaky";
    }

    public List<JavaClass> leak() {
        return List.of();
    }
}
