package dev.pentimento.domain.concept;

import java.util.List;
import java.util.function.Predicate;

/**
 * How a concept is meant to look, and for whom, in the user's words; each part may be empty, and surrounding blanks are dropped.
 *
 * @param styleKeywords such as {@code flat} and {@code geometric}, each once
 * @param audience whom it addresses
 * @param visualConcept the idea it is built on
 * @param subject what is to be seen above all
 */
public record ArtDirection(List<String> styleKeywords, String audience, String visualConcept, String subject) {
    public static final ArtDirection NONE = new ArtDirection(List.of(), "", "", "");

    public ArtDirection {
        styleKeywords = styleKeywords.stream()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .toList();
        audience = audience.strip();
        visualConcept = visualConcept.strip();
        subject = subject.strip();
    }

    /** With what {@code other} says wherever this one says nothing. */
    ArtDirection orElse(ArtDirection other) {
        return new ArtDirection(
                styleKeywords.isEmpty() ? other.styleKeywords : styleKeywords,
                Brief.spoken(audience, other.audience),
                Brief.spoken(visualConcept, other.visualConcept),
                Brief.spoken(subject, other.subject));
    }
}
