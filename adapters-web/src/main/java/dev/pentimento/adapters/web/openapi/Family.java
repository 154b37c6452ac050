package dev.pentimento.adapters.web.openapi;

import dev.pentimento.adapters.web.http.Route;
import java.util.Arrays;

/** The parts of the API, by how their paths begin; the first that fits. */
enum Family {
    BATCHES("/api/v1/batches", "Batches"),
    RUNS("/api/v1", "Runs and refinements"),
    CONCEPTS("/api", "Concepts and tasks"),
    SERVER("/", "The server itself");

    private final String prefix;
    private final String title;

    Family(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
    }

    static Family of(Route route) {
        return Arrays.stream(values())
                .filter(family -> route.path().startsWith(family.prefix))
                .findFirst()
                .orElse(SERVER);
    }

    String title() {
        return title;
    }
}
