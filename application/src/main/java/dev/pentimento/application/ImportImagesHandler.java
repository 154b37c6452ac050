package dev.pentimento.application;

import dev.pentimento.application.Intake.Arrival;
import dev.pentimento.application.Intake.Parcel;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class ImportImagesHandler implements ImportImages {
    private final Records records;
    private final Intake intake;
    private final FolderKeeping folders;
    private final Mint mint;

    ImportImagesHandler(Records records, Intake intake, FolderKeeping folders, Mint mint) {
        this.records = records;
        this.intake = intake;
        this.folders = folders;
        this.mint = mint;
    }

    @Override
    public Outcome handle(Command command) {
        Keyed keyed = new Keyed(command.owner(), command.key());
        return records.read(reader -> before(reader, keyed)).orElseGet(() -> bringIn(command, keyed));
    }

    private static Optional<Outcome> before(RecordReader reader, Keyed keyed) {
        return keyed.before(reader, made -> made.concept().map(Replayed::new), KeyTaken::new);
    }

    private Outcome bringIn(Command command, Keyed keyed) {
        Concept concept = concept(command);
        List<Parcel> parcels = command.pictures().stream().map(intake::open).toList();
        Map<ImageDigest, Arrival> arrivals = receive(parcels, command.owner(), command.concept());
        Map<ImageDigest, Version> versions = settle(arrivals, concept.id());
        boolean isUsed =
                versions.values().stream().anyMatch(version -> version.concept().equals(concept.id()));
        Imported imported = new Imported(
                isUsed ? concept.id() : versions.values().iterator().next().concept(),
                told(parcels, arrivals, versions));
        Outcome outcome = records.write(writer -> before(writer, keyed).orElseGet(() -> {
            if (isUsed && command.concept() == null) {
                writer.add(concept);
            }
            versions.values().forEach(version -> Intake.record(writer, version));
            keyed.keep(writer, new Creation.OfConcept(imported.concept()));
            return imported;
        }));
        if (outcome.equals(imported)) {
            versions.values().stream().map(Version::concept).distinct().forEach(folders::changed);
        }
        return outcome;
    }

    private static List<Arrived> told(
            List<Parcel> parcels, Map<ImageDigest, Arrival> arrivals, Map<ImageDigest, Version> versions) {
        return parcels.stream()
                .map(parcel -> parcel.file().digest())
                .map(digest -> Intake.tell(
                        Objects.requireNonNull(arrivals.get(digest)), Objects.requireNonNull(versions.get(digest))))
                .toList();
    }

    private Concept concept(Command command) {
        ConceptId wanted = command.concept();
        if (wanted == null) {
            return new Concept(mint.conceptId(), command.owner(), command.brief(), mint.now());
        }
        return records.read(reader -> new References(reader, command.owner()).concept(wanted));
    }

    /** Reads every file before the first is stored, so that one bad file leaves nothing behind. */
    private Map<ImageDigest, Arrival> receive(List<Parcel> parcels, UserId owner, @Nullable ConceptId named) {
        Map<ImageDigest, Arrival> arrivals = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            arrivals.computeIfAbsent(
                    parcel.file().digest(),
                    digest -> named == null ? intake.receiveAnew(parcel, owner) : intake.receive(parcel, owner, named));
        }
        return arrivals;
    }

    private Map<ImageDigest, Version> settle(Map<ImageDigest, Arrival> arrivals, ConceptId concept) {
        Map<ImageDigest, Version> versions = new LinkedHashMap<>();
        arrivals.forEach((digest, arrival) ->
                versions.put(digest, intake.settle(arrival, arrival.home().orElse(concept))));
        return versions;
    }
}
