package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.out.Records;

final class ReadImageHandler implements ReadImage {
    private final Records records;
    private final Pictures pictures;
    private final Derivations derivations;

    ReadImageHandler(Records records, Pictures pictures, Derivations derivations) {
        this.records = records;
        this.pictures = pictures;
        this.derivations = derivations;
    }

    @Override
    public EncodedImage handle(Query query) {
        Version version = records.read(reader -> new References(reader, query.owner()).version(query.reference()));
        EncodedImage file = file(version, query.mediaType());
        return query.carrying() == Carrying.PROVENANCE
                ? pictures.annotate(file, derivations.of(version))
                : pictures.bare(file);
    }

    private EncodedImage file(Version version, MediaType wanted) {
        EncodedImage stored = pictures.loadFile(version.image().digest());
        return stored.mediaType() == wanted ? stored : pictures.encode(pictures.decode(stored), wanted);
    }
}
