package dev.pentimento.app.cli.document;

import dev.pentimento.domain.identity.ConceptId;
import java.util.List;

/** The originals that files became, in the order of the files. */
public record ImportedDocument(String conceptId, List<VersionDocument> versions) {
    public static ImportedDocument of(ConceptId concept, List<Located> versions) {
        return new ImportedDocument(
                concept.toString(), versions.stream().map(VersionDocument::of).toList());
    }
}
