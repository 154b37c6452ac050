package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.BrowseConcepts;
import dev.pentimento.ports.out.Page;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.List;

final class BrowseConceptsHandler implements BrowseConcepts {
    private final Records records;

    BrowseConceptsHandler(Records records) {
        this.records = records;
    }

    @Override
    public List<Album> handle(Query query) {
        return records.read(reader -> albums(reader, query.owner(), query.selection()));
    }

    private static List<Album> albums(RecordReader reader, UserId owner, Selection selection) {
        References references = new References(reader, owner);
        return selection.match(
                newest -> page(reader, owner, newest),
                one -> List.of(album(reader, references.concept(one.concept()))),
                holding -> List.of(album(
                        reader,
                        references.concept(references
                                .version(new VersionReference(holding.version().toString()))
                                .concept()))));
    }

    private static List<Album> page(RecordReader reader, UserId owner, Newest newest) {
        return reader.conceptsWithVersions(owner, new Page(newest.offset(), newest.limit())).stream()
                .map(concept -> album(reader, concept))
                .toList();
    }

    private static Album album(RecordReader reader, Concept concept) {
        return new Album(concept, reader.versions(concept.id()), reader.jobs(concept.id()));
    }
}
