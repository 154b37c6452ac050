package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.out.Records;

final class ShowLineageHandler implements ShowLineage {
    private final Records records;

    ShowLineageHandler(Records records) {
        this.records = records;
    }

    @Override
    public Graph handle(Query query) {
        return records.read(reader -> {
            Concept concept = new References(reader, query.owner()).concept(query.concept());
            return new Graph(concept, Lineage.of(reader.versions(concept.id())), reader.jobs(concept.id()));
        });
    }
}
