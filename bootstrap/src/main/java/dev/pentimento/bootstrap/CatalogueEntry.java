package dev.pentimento.bootstrap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says of one model.
 *
 * @param origin of its first line
 * @param fields by dotted keys
 */
record CatalogueEntry(String provider, String model, String origin, Map<String, SourcedText> fields) {
    private static final String CANVAS = "canvas";

    CatalogueEntry {
        fields = new LinkedHashMap<>(fields);
    }

    Optional<SourcedText> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** With something that it does not say itself. */
    CatalogueEntry orElse(String name, SourcedText text) {
        Map<String, SourcedText> all = new LinkedHashMap<>(fields);
        all.putIfAbsent(name, text);
        return new CatalogueEntry(provider, model, origin, all);
    }

    /** What {@code other} says counts, and what it is silent about stays. A canvas is one thing, of which nothing stays when there is another. */
    CatalogueEntry under(CatalogueEntry other) {
        Map<String, SourcedText> all = new LinkedHashMap<>(fields);
        if (other.fields.keySet().stream().anyMatch(CatalogueEntry::isOfCanvas)) {
            all.keySet().removeIf(CatalogueEntry::isOfCanvas);
        }
        all.putAll(other.fields);
        return new CatalogueEntry(provider, model, other.origin, all);
    }

    private static boolean isOfCanvas(String field) {
        return field.equals(CANVAS) || field.startsWith(CANVAS + ".");
    }
}
