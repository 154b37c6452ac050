package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.List;
import java.util.Optional;

final class ListConceptsHandler implements ListConcepts {
    private final Records records;

    ListConceptsHandler(Records records) {
        this.records = records;
    }

    @Override
    public List<Summary> handle(Query query) {
        return records.read(reader -> reader.concepts(query.owner()).stream()
                .map(concept -> summary(reader, concept))
                .filter(summary -> summary.versions() > 0)
                .toList());
    }

    private static Summary summary(RecordReader reader, Concept concept) {
        List<Version> versions = reader.versions(concept.id());
        Optional<Version> latest =
                versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
        return new Summary(concept, versions.size(), latest);
    }
}
