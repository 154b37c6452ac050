package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ImportImages.Arrived;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What files became, in their order.
 *
 * @param conceptId where new originals went; if there was none, that of the first version
 */
public record ImportedDocument(String conceptId, List<VersionDocument> versions, List<FileDocument> files) {

    /** One file; {@code recognition} is {@code new}, {@code known} or {@code edited}. */
    public record FileDocument(String versionId, String conceptId, String recognition, boolean contentCredentials) {
        static FileDocument of(Arrived arrived, Located located) {
            return new FileDocument(
                    arrived.version().toString(),
                    located.version().concept().toString(),
                    arrived.recognition().name().toLowerCase(Locale.ROOT),
                    arrived.contentCredentials());
        }
    }

    public static ImportedDocument of(ImportImages.Imported imported, List<Located> versions) {
        return new ImportedDocument(
                imported.concept().toString(),
                versions.stream().map(VersionDocument::of).toList(),
                IntStream.range(0, versions.size())
                        .mapToObj(i -> FileDocument.of(imported.arrivals().get(i), versions.get(i)))
                        .toList());
    }
}
