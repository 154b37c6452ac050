package dev.pentimento.application;

import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.out.ImageCodec.DecodedImage;
import java.util.Optional;

final class ExamineImageHandler implements ExamineImage {
    private final Pictures pictures;
    private final KnownVersions knownVersions;
    private final ShowVersion showVersion;

    ExamineImageHandler(Pictures pictures, KnownVersions knownVersions, ShowVersion showVersion) {
        this.pictures = pictures;
        this.knownVersions = knownVersions;
        this.showVersion = showVersion;
    }

    @Override
    public Examination handle(Query query) {
        DecodedImage decoded = pictures.decode(query.file());
        Match match = byBytes(query).or(() -> byClaim(query, decoded)).orElse(null);
        return new Examination(Image.of(decoded.file(), decoded.raster().size()), decoded.claims(), match);
    }

    private Optional<Match> byBytes(Query query) {
        return knownVersions
                .byBytes(query.file().digest(), query.owner(), null)
                .map(version -> match(query, version, Likeness.SAME_BYTES));
    }

    private Optional<Match> byClaim(Query query, DecodedImage decoded) {
        return knownVersions
                .byClaim(decoded, query.owner())
                .map(version -> match(
                        query,
                        version,
                        knownVersions.samePixels(decoded, version) ? Likeness.SAME_PIXELS : Likeness.CLAIMED));
    }

    private Match match(Query query, Version version, Likeness likeness) {
        VersionReference reference = new VersionReference(version.id().toString());
        return new Match(showVersion.handle(new ShowVersion.Query(query.owner(), reference)), likeness);
    }
}
