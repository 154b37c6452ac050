package dev.pentimento.application;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.ports.out.ImageCodec.DecodedImage;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the version that a file belongs to, among what its bringer owns: what a file says opens no door to the versions of others. */
final class KnownVersions {
    private final Records records;
    private final Pictures pictures;

    KnownVersions(Records records, Pictures pictures) {
        this.records = records;
        this.pictures = pictures;
    }

    /** The newest version that holds these bytes, among all the owner's or only in {@code concept} when it is given. */
    Optional<Version> byBytes(ImageDigest file, UserId owner, @Nullable ConceptId concept) {
        List<Version> holding = records.read(reader -> reader.versionsHolding(owner, file));
        return holding.stream()
                .filter(version -> concept == null || version.concept().equals(concept))
                .findFirst();
    }

    /** The version that the file says it comes from. */
    Optional<Version> byClaim(DecodedImage file, UserId owner) {
        Provenance claimed = file.claims().provenance();
        return claimed == null
                ? Optional.empty()
                : records.read(
                        reader -> reader.version(claimed.version()).filter(version -> isOwned(version, owner, reader)));
    }

    private static boolean isOwned(Version version, UserId owner, RecordReader reader) {
        return reader.concept(version.concept())
                .filter(concept -> concept.owner().equals(owner))
                .isPresent();
    }

    boolean samePixels(DecodedImage file, Version version) {
        return file.raster().size().equals(version.image().size())
                && file.raster().equals(pictures.load(version.image().digest()));
    }
}
