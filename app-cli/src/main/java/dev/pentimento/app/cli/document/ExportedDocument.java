package dev.pentimento.app.cli.document;

import dev.pentimento.ports.in.ExportHistory.Exported;

/**
 * A bundle that was written.
 *
 * @param path absolute
 * @param bytes size of the file
 * @param sha256 of the file
 */
public record ExportedDocument(
        String path, int concepts, int versions, int jobs, int images, long bytes, String sha256) {
    public static ExportedDocument of(Exported exported) {
        return new ExportedDocument(
                exported.file().toString(),
                exported.concepts(),
                exported.versions(),
                exported.jobs(),
                exported.images(),
                exported.bytes(),
                exported.sha256());
    }
}
