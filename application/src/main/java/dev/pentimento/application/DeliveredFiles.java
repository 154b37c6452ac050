package dev.pentimento.application;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.Records;
import java.util.List;
import java.util.Optional;

/** The files of versions as providers delivered them; the versions themselves are kept without loss. */
final class DeliveredFiles {
    private final Records records;
    private final Pictures pictures;

    DeliveredFiles(Records records, Pictures pictures) {
        this.records = records;
        this.pictures = pictures;
    }

    /** The file as its provider delivered it where that is kept and has the version's pixels, else the version's own. */
    EncodedImage of(Version version) {
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
