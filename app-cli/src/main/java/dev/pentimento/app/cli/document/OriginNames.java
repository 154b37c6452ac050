package dev.pentimento.app.cli.document;

import dev.pentimento.domain.lineage.Origin;

/** The word for how a version came to be; whether there was a mask is told elsewhere. */
public final class OriginNames {
    private OriginNames() {}

    public static String of(Origin origin) {
        if (origin instanceof Origin.Imported) {
            return "imported";
        }
        if (origin instanceof Origin.Generated) {
            return "generated";
        }
        return origin instanceof Origin.Recolored ? "recolored" : "refined";
    }
}
