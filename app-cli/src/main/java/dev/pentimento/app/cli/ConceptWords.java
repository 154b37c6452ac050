package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.concept.Brief;
import java.util.stream.Stream;

/** What people read of a concept. */
final class ConceptWords {
    private static final int EXCERPT = 50;

    private ConceptWords() {}

    /** The beginning of what it is about, behind a gap; empty where nobody said that. */
    static String about(Brief brief) {
        return Stream.of(brief.prompt(), brief.logo(), brief.theme())
                .filter(text -> !text.isEmpty())
                .map(text -> "  " + Words.excerpt(text, EXCERPT))
                .findFirst()
                .orElse("");
    }
}
