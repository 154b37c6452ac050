package dev.pentimento.architecture.broken.adapters.left;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** Breaks nothing: what is public inside a hidden type is hidden, whatever it mentions. */
final class Hidden {
    public static final class Inner {
        public List<JavaClass> classes() {
            return List.of();
        }
    }
}
