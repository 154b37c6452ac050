package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.ports.in.ListRuns;
import dev.pentimento.ports.out.Page;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.List;

final class ListRunsHandler implements ListRuns {
    private final Records records;

    ListRunsHandler(Records records) {
        this.records = records;
    }

    @Override
    public Listing handle(Query query) {
        return records.read(reader -> listing(reader, query));
    }

    private static Listing listing(RecordReader reader, Query query) {
        Page page = new Page(query.offset(), query.limit());
        List<ConceptId> runs = reader.concepts(query.owner(), query.statuses(), page).stream()
                .map(Concept::id)
                .toList();
        return new Listing(runs, reader.conceptCount(query.owner(), query.statuses()));
    }
}
