package dev.pentimento.application;

import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;

final class ShowVersionHandler implements ShowVersion {
    private final Records records;
    private final ImageVault vault;
    private final Derivations derivations;

    ShowVersionHandler(Records records, ImageVault vault, Derivations derivations) {
        this.records = records;
        this.vault = vault;
        this.derivations = derivations;
    }

    @Override
    public Details handle(Query query) {
        return records.read(reader -> {
            References references = new References(reader, query.owner());
            Version version = references.version(query.reference());
            return details(reader, references, version);
        });
    }

    private Details details(RecordReader reader, References references, Version version) {
        return new Details(
                version,
                Lineage.of(reader.versions(version.concept())),
                references.concept(version.concept()),
                vault.locate(version.image().digest()),
                version.origin().madeBy().flatMap(reader::job),
                () -> derivations.sourceType(version));
    }
}
