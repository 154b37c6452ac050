package dev.pentimento.application;

import dev.pentimento.application.Intake.Parcel;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.out.ImageCodec.DecodedImage;
import java.util.Optional;

final class ExamineImageHandler implements ExamineImage {
    private final Intake intake;
    private final Pictures pictures;
    private final KnownVersions knownVersions;
    private final ShowVersion showVersion;

    ExamineImageHandler(Intake intake, Pictures pictures, KnownVersions knownVersions, ShowVersion showVersion) {
        this.intake = intake;
        this.pictures = pictures;
        this.knownVersions = knownVersions;
        this.showVersion = showVersion;
    }

    @Override
    public Examination handle(Query query) {
        Parcel parcel = intake.open(query.picture());
        DecodedImage decoded = pictures.decode(parcel.file(), parcel.sender());
        Match match = byBytes(query, parcel).or(() -> byClaim(query, decoded)).orElse(null);
        Image image = Image.of(decoded.file(), decoded.raster().size());
        return new Examination(parcel.file().name(), image, decoded.claims(), match);
    }

    private Optional<Match> byBytes(Query query, Parcel parcel) {
        return knownVersions
                .byBytes(parcel.file().digest(), query.owner(), null)
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
