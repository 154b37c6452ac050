package dev.pentimento.application;

import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.provenance.Derivation;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.ports.out.Records;
import java.util.Optional;

/** Works out where versions come from: from the records, and from what the imported files say about their source. */
final class Derivations {
    private final Records records;
    private final Pictures pictures;

    Derivations(Records records, Pictures pictures) {
        this.records = records;
        this.pictures = pictures;
    }

    Provenance of(Version version) {
        return derivation(version).of(version.id());
    }

    Optional<DigitalSourceType> sourceType(Version version) {
        return Optional.ofNullable(derivation(version).sourceType(version.id()));
    }

    private Derivation derivation(Version version) {
        return records.read(reader -> new Derivation(
                Lineage.of(reader.versions(version.concept())), reader.jobs(version.concept()), this::claimed));
    }

    /** What was said to be made by a model when it came in is still said to be when it leaves. */
    private Optional<DigitalSourceType> claimed(Version version) {
        return version.origin() instanceof Origin.Imported imported
                ? Optional.ofNullable(pictures.claims(imported.file().digest()).sourceType())
                : Optional.empty();
    }
}
