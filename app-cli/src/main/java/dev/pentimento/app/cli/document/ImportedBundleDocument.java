package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.in.ImportHistory.Imported;
import java.util.List;

/** What came in with a bundle; {@code conceptIds} are all of the bundle, known or new. */
public record ImportedBundleDocument(
        List<String> conceptIds, Count concepts, Count versions, Count jobs, Count images) {

    /** How much of one kind was new, of how much in the bundle. */
    public record Count(int added, int total) {
        static Count of(ImportHistory.Count count) {
            return new Count(count.added(), count.total());
        }
    }

    public static ImportedBundleDocument of(Imported imported) {
        return new ImportedBundleDocument(
                VersionDocument.ids(imported.concepts()),
                Count.of(imported.conceptCount()),
                Count.of(imported.versions()),
                Count.of(imported.jobs()),
                Count.of(imported.images()));
    }
}
