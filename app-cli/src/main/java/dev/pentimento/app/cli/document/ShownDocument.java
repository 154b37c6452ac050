package dev.pentimento.app.cli.document;

import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.ports.in.ShowVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version with everything that made it.
 *
 * @param children ids of the versions made from it, as base or as reference
 * @param bytes length of the image file
 * @param sourceType an identifier of the IPTC; null where no program is known to have had a part in it
 * @param fileName null unless imported
 * @param sourceUrl null unless fetched
 * @param palette null unless recolored
 * @param mask null unless made within a mask
 * @param job null for an imported version
 */
public record ShownDocument(
        String conceptId,
        VersionDocument version,
        List<String> children,
        long bytes,
        String createdAt,
        String origin,
        @Nullable String sourceType,
        @Nullable String fileName,
        @Nullable String sourceUrl,
        @Nullable Colors palette,
        @Nullable MaskDocument mask,
        @Nullable JobDocument job) {

    /** A palette; colours as {@code #rrggbb}. */
    public record Colors(String name, String description, List<String> colors) {
        static Colors of(Palette palette) {
            return new Colors(palette.name(), palette.description(), palette.colors());
        }
    }

    public static ShownDocument of(ShowVersion.Details details) {
        Version version = details.version();
        return new ShownDocument(
                details.concept().id().toString(),
                VersionDocument.of(Located.inVault(details)),
                details.lineage().children(version.id()).stream()
                        .map(child -> child.id().toString())
                        .toList(),
                version.image().length(),
                version.createdAt().toString(),
                OriginNames.of(version.origin()),
                details.sourceType().get().map(DigitalSourceType::uri).orElse(null),
                fileName(version.origin()).orElse(null),
                sourceUrl(version.origin()).orElse(null),
                palette(version.origin()).map(Colors::of).orElse(null),
                MaskDocument.check(version).map(MaskDocument::of).orElse(null),
                details.job().map(JobDocument::of).orElse(null));
    }

    public static Optional<String> fileName(Origin origin) {
        return origin instanceof Origin.Imported imported ? Optional.of(imported.fileName()) : Optional.empty();
    }

    public static Optional<String> sourceUrl(Origin origin) {
        return origin instanceof Origin.Imported imported
                ? Optional.ofNullable(imported.source()).map(SourceUrl::toString)
                : Optional.empty();
    }

    public static Optional<Palette> palette(Origin origin) {
        return origin instanceof Origin.Recolored recolored ? Optional.of(recolored.palette()) : Optional.empty();
    }
}
