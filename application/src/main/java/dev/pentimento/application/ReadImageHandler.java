package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.out.Records;

final class ReadImageHandler implements ReadImage {
    private final Records records;
    private final Pictures pictures;

    ReadImageHandler(Records records, Pictures pictures) {
        this.records = records;
        this.pictures = pictures;
    }

    @Override
    public EncodedImage handle(Query query) {
        Version version = records.read(reader -> new References(reader, query.owner()).version(query.reference()));
        EncodedImage stored = pictures.loadFile(version.image().digest());
        if (stored.mediaType() == query.mediaType()) {
            return stored;
        }
        return pictures.encode(pictures.decode(stored), query.mediaType());
    }
}
