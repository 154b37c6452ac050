package dev.pentimento.application;

import dev.pentimento.application.Intake.Arrival;
import dev.pentimento.application.Intake.Parcel;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.out.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class ImportImagesHandler implements ImportImages {
    private final Records records;
    private final Intake intake;
    private final Mint mint;

    ImportImagesHandler(Records records, Intake intake, Mint mint) {
        this.records = records;
        this.intake = intake;
        this.mint = mint;
    }

    @Override
    public Imported handle(Command command) {
        Concept concept = concept(command);
        List<Parcel> parcels = command.pictures().stream().map(intake::open).toList();
        Map<ImageDigest, Version> versions = settle(parcels, command.owner(), concept.id());
        return records.write(writer -> {
            if (command.concept() == null) {
                writer.add(concept);
            }
            versions.values().forEach(version -> Intake.record(writer, version));
            return new Imported(concept.id(), ids(parcels, versions));
        });
    }

    private static List<VersionId> ids(List<Parcel> parcels, Map<ImageDigest, Version> versions) {
        return parcels.stream()
                .map(parcel -> Objects.requireNonNull(versions.get(parcel.file().digest()))
                        .id())
                .toList();
    }

    private Concept concept(Command command) {
        ConceptId wanted = command.concept();
        if (wanted == null) {
            return new Concept(mint.conceptId(), command.owner(), command.brief(), mint.now());
        }
        return records.read(reader -> new References(reader, command.owner()).concept(wanted));
    }

    /** Reads every file before it stores the first, so that one bad file leaves nothing behind. */
    private Map<ImageDigest, Version> settle(List<Parcel> parcels, UserId owner, ConceptId concept) {
        Map<ImageDigest, Arrival> arrivals = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            arrivals.computeIfAbsent(parcel.file().digest(), digest -> intake.receive(parcel, owner, concept));
        }
        Map<ImageDigest, Version> versions = new LinkedHashMap<>();
        arrivals.forEach((digest, arrival) -> versions.put(digest, intake.settle(arrival, concept)));
        return versions;
    }
}
