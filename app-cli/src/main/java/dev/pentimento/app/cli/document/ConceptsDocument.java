package dev.pentimento.app.cli.document;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.ports.in.ListConcepts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user's concepts, newest first. */
public record ConceptsDocument(List<Entry> concepts) {

    /**
     * One concept.
     *
     * @param versions how many it has
     * @param latestVersionId null while it has none
     */
    public record Entry(
            String conceptId,
            String prompt,
            String logo,
            String theme,
            List<String> styleKeywords,
            String audience,
            String visualConcept,
            String subject,
            int versions,
            @Nullable String latestVersionId,
            String createdAt) {}

    public static ConceptsDocument of(List<ListConcepts.Summary> concepts) {
        return new ConceptsDocument(
                concepts.stream().map(ConceptsDocument::entry).toList());
    }

    private static Entry entry(ListConcepts.Summary summary) {
        Concept concept = summary.concept();
        Brief brief = concept.brief();
        return new Entry(
                concept.id().toString(),
                brief.prompt(),
                brief.logo(),
                brief.theme(),
                brief.direction().styleKeywords(),
                brief.direction().audience(),
                brief.direction().visualConcept(),
                brief.direction().subject(),
                summary.versions(),
                summary.latest().map(version -> version.id().toString()).orElse(null),
                concept.createdAt().toString());
    }
}
