package dev.pentimento.application;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.out.Records;
import java.util.List;
import java.util.Optional;

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
        MediaType wanted = query.mediaType();
        EncodedImage file = wanted == null ? asDelivered(version) : file(version, wanted);
        return query.carrying() == Carrying.PROVENANCE
                ? pictures.annotate(file, derivations.of(version))
                : pictures.bare(file);
    }

    private EncodedImage file(Version version, MediaType wanted) {
        EncodedImage stored = pictures.loadFile(version.image().digest());
        return stored.mediaType() == wanted ? stored : pictures.encode(pictures.decode(stored), wanted);
    }

    private EncodedImage asDelivered(Version version) {
        EncodedImage own = pictures.loadFile(version.image().digest());
        return delivered(version)
                .map(pictures::loadFile)
                .filter(file -> file.mediaType() != own.mediaType() && hasThePixelsOf(own, file))
                .orElse(own);
    }

    private boolean hasThePixelsOf(EncodedImage own, EncodedImage file) {
        return pictures.decode(file).equals(pictures.decode(own));
    }

    /** What came in the version's place; empty where what came is not kept. */
    private Optional<ImageDigest> delivered(Version version) {
        return version.origin()
                .madeBy()
                .flatMap(id -> records.read(reader -> {
                    List<VersionId> made = reader.job(id)
                            .flatMap(Job::completed)
                            .map(JobState.Completed::versions)
                            .orElse(List.of());
                    List<ImageDigest> came = reader.calls(id).stream()
                            .flatMap(call -> call.delivery().stream())
                            .flatMap(delivery -> delivery.images().stream())
                            .toList();
                    int place = made.indexOf(version.id());
                    return made.size() == came.size() && place >= 0 ? Optional.of(came.get(place)) : Optional.empty();
                }));
    }
}
