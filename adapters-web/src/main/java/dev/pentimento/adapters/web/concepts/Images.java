package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.auth.SignedAddresses;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How images are addressed in the answers to one call. */
record Images(SignedAddresses addresses, String base) {

    String url(Version version) {
        return addresses.of(version.id(), base);
    }

    /** For people and logs: without a signature. */
    static String path(Version version) {
        return "concepts/%s/%s.png".formatted(version.concept(), version.id());
    }

    /** Where it was fetched from, else where it is. */
    String originalUrl(Version version) {
        return source(version).map(SourceUrl::toString).orElseGet(() -> url(version));
    }

    private static Optional<SourceUrl> source(Version version) {
        return version.origin() instanceof Origin.Imported imported
                ? Optional.ofNullable(imported.source())
                : Optional.empty();
    }

    /** Those of one version, in the order of making. */
    List<ColorVariation> variations(VersionId of, Stream<Version> versions) {
        return versions.filter(version -> version.base().filter(of::equals).isPresent())
                .flatMap(version -> palette(version).stream().map(palette -> variation(version, palette)))
                .toList();
    }

    private ColorVariation variation(Version version, Palette palette) {
        return new ColorVariation(
                version.id().toString(), palette.name(), palette.description(), palette.colors(), url(version));
    }

    static boolean isVariation(Version version) {
        return palette(version).isPresent();
    }

    private static Optional<Palette> palette(Version version) {
        return version.origin() instanceof Origin.Recolored recolored
                ? Optional.of(recolored.palette())
                : Optional.empty();
    }
}
