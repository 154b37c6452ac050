package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.ArtDirection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How art direction is stored: each part only where somebody gave it. */
final class StoredDirection {
    private static final String KEYWORDS = "style_keywords";

    private StoredDirection() {}

    /** Adds it to {@code document}. */
    static Document write(ArtDirection direction, Document document) {
        List<String> keywords = direction.styleKeywords();
        return document.with(KEYWORDS, keywords.isEmpty() ? null : keywords)
                .with("audience", given(direction.audience()))
                .with("visual_concept", given(direction.visualConcept()))
                .with("subject", given(direction.subject()));
    }

    static ArtDirection read(Document document) {
        return new ArtDirection(
                document.fields().containsKey(KEYWORDS) ? document.texts(KEYWORDS) : List.of(),
                document.optionalText("audience").orElse(""),
                document.optionalText("visual_concept").orElse(""),
                document.optionalText("subject").orElse(""));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
