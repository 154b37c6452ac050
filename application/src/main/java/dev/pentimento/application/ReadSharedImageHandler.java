package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReadSharedImage;
import dev.pentimento.ports.out.Records;

final class ReadSharedImageHandler implements ReadSharedImage {
    private final Records records;
    private final Pictures pictures;
    private final Derivations derivations;

    ReadSharedImageHandler(Records records, Pictures pictures, Derivations derivations) {
        this.records = records;
        this.pictures = pictures;
        this.derivations = derivations;
    }

    @Override
    public EncodedImage handle(Query query) {
        Version version = records.read(reader -> reader.version(query.version()))
                .orElseThrow(() -> new UnknownReference("There is no version '%s'".formatted(query.version())));
        EncodedImage file = pictures.asPng(pictures.loadFile(version.image().digest()));
        return pictures.annotate(file, derivations.of(version));
    }
}
