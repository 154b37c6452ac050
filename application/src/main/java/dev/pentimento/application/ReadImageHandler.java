package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.out.Records;

final class ReadImageHandler implements ReadImage {
    private final Records records;
    private final Handouts handouts;

    ReadImageHandler(Records records, Handouts handouts) {
        this.records = records;
        this.handouts = handouts;
    }

    @Override
    public EncodedImage handle(Query query) {
        Version version = records.read(reader -> new References(reader, query.owner()).version(query.reference()));
        return query.carrying() == Carrying.PROVENANCE
                ? handouts.withProvenance(version, query.mediaType())
                : handouts.bare(version, query.mediaType());
    }
}
