package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.lineage.Origin;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How a version's origin is stored. */
final class StoredOrigin {
    private StoredOrigin() {}

    static Document write(Origin origin) {
        if (origin instanceof Origin.Imported imported) {
            return Document.ofType("imported")
                    .with("file_name", imported.fileName())
                    .with("file", StoredImage.write(imported.file()))
                    .with("source", source(imported))
                    .with("reference", imported.reference() ? 1L : null);
        }
        if (origin instanceof Origin.Generated generated) {
            return madeBy("generated", generated.job());
        }
        if (origin instanceof Origin.Refined refined) {
            return madeBy("refined", refined.job());
        }
        if (origin instanceof Origin.MaskedRefined masked) {
            return madeBy("masked_refined", masked.job()).with("check", write(masked.check()));
        }
        Origin.Recolored recolored = (Origin.Recolored) origin;
        return madeBy("recolored", recolored.job()).with("palette", write(recolored.palette()));
    }

    static Origin read(Document origin) {
        return switch (origin.type()) {
            case "imported" ->
                new Origin.Imported(
                        origin.text("file_name"),
                        StoredImage.read(origin.document("file")),
                        source(origin),
                        origin.optionalNumber("reference").isPresent());
            case "generated" -> new Origin.Generated(job(origin));
            case "refined" -> new Origin.Refined(job(origin));
            case "masked_refined" -> new Origin.MaskedRefined(job(origin), check(origin.document("check")));
            case "recolored" -> new Origin.Recolored(job(origin), palette(origin.document("palette")));
            default -> throw origin.unknown("origin");
        };
    }

    private static @Nullable String source(Origin.Imported imported) {
        return imported.source() == null ? null : imported.source().toString();
    }

    /** Homes from before URLs were fetched have none. */
    private static @Nullable SourceUrl source(Document origin) {
        return origin.optionalText("source")
                .map(URI::create)
                .map(SourceUrl::new)
                .orElse(null);
    }

    private static Document madeBy(String type, JobId job) {
        return Document.ofType(type).with("job", job.toString());
    }

    private static JobId job(Document origin) {
        return JobId.parse(origin.text("job"));
    }

    private static Document write(MaskCheck check) {
        return Document.empty()
                .with("max_difference_outside", check.maxDifferenceOutside())
                .with("pixels_inside", check.pixelsInside())
                .with("changed_inside", check.changedInside());
    }

    private static MaskCheck check(Document check) {
        return new MaskCheck(
                check.integer("max_difference_outside"), check.number("pixels_inside"), check.number("changed_inside"));
    }

    private static Document write(Palette palette) {
        return Document.empty()
                .with("name", palette.name())
                .with("description", palette.description())
                .with("colors", palette.colors());
    }

    private static Palette palette(Document palette) {
        return new Palette(palette.text("name"), palette.text("description"), palette.texts("colors"));
    }
}
