package dev.pentimento.app.cli.document;

import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.lineage.Version;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version.
 *
 * @param imagePath absolute; null where the vault keeps no files
 * @param parents ids, the base first
 */
public record VersionDocument(
        String versionId,
        String label,
        String badge,
        @Nullable String imagePath,
        String sha256,
        int width,
        int height,
        String mediaType,
        List<String> parents) {
    public static VersionDocument of(Located located) {
        Version version = located.version();
        Image image = version.image();
        return new VersionDocument(
                version.id().toString(),
                located.details().label(),
                located.details().badge(),
                located.path().map(Path::toString).orElse(null),
                image.digest().hex(),
                image.size().width(),
                image.size().height(),
                image.mediaType().mime(),
                ids(version.parents()));
    }

    static List<String> ids(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
