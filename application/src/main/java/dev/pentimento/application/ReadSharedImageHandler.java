package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReadSharedImage;
import dev.pentimento.ports.out.Records;

final class ReadSharedImageHandler implements ReadSharedImage {
    private final Records records;
    private final Handouts handouts;

    ReadSharedImageHandler(Records records, Handouts handouts) {
        this.records = records;
        this.handouts = handouts;
    }

    @Override
    public EncodedImage handle(Query query) {
        Version version = records.read(reader -> reader.version(query.version()))
                .orElseThrow(() -> new UnknownReference("There is no version '%s'".formatted(query.version())));
        return handouts.withProvenance(version, MediaType.PNG);
    }
}
