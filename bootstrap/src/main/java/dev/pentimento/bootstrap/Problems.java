package dev.pentimento.bootstrap;

import dev.pentimento.ports.failure.InvalidSettings;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration, so that it can be told all at once. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    void add(String origin, String problem) {
        lines.add(origin + ": " + problem);
    }

    /** @throws InvalidSettings if there are any */
    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new InvalidSettings(lines);
        }
    }
}
