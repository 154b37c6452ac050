package dev.pentimento.domain.prompt;

import dev.pentimento.domain.concept.ArtDirection;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.refinement.PreserveAspect;
import java.util.Set;
import java.util.stream.Stream;

/** Words for somebody who reads prose, with what is known of the concept. Nothing is guessed: what the brief leaves open is not spoken of. */
record Prose(Brief brief, Set<PreserveAspect> preserve) {

    /**
     * Where it would be longer, the theme is cut first, then the logo, then the last of the lines, then what to preserve, and the words only at the
     * very end.
     *
     * @param maxLength in characters (UTF-16 units), at least 1
     */
    String text(String words, Stream<String> lines, int maxLength) {
        String text = words;
        for (String line : lines.toList()) {
            String longer = text + "\n" + line;
            if (withoutDescriptions(longer).length() > maxLength) {
                break;
            }
            text = longer;
        }
        return RefinementPrompts.processRefinementPrompt(text, brief.logo(), brief.theme(), preserve, maxLength);
    }

    private String withoutDescriptions(String words) {
        return RefinementPrompts.processRefinementPrompt(words, null, null, preserve, Integer.MAX_VALUE);
    }

    /** @param subject how the line about the main subject begins */
    static Stream<String> direction(ArtDirection direction, String subject) {
        return Stream.of(
                        line(subject, direction.subject()),
                        line("Visual concept: ", direction.visualConcept()),
                        line("Style: ", String.join(", ", direction.styleKeywords())),
                        line("Audience: ", direction.audience()))
                .filter(line -> !line.isEmpty());
    }

    private static String line(String label, String text) {
        return text.isEmpty() ? "" : label + text.replaceAll("\\s+", " ");
    }
}
