package dev.pentimento.testkit.wire;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The suite for editors bites. */
class EditorSuiteBitesTest extends BitingSuites {
    @Override
    Stream<Arguments> controls() {
        return Arrays.stream(Flaw.values())
                .filter(flaw -> !flaw.noticedBy().isEmpty())
                .map(flaw -> arguments(FlawedTeapots.Editors.class, flaw, flaw.noticedBy()));
    }
}
