package dev.pentimento.app.cli.document;

import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * An image of an iteration.
 *
 * @param variant from 1
 * @param file beside this document
 * @param label by which it can be refined by hand
 * @param score null where it was not judged
 * @param notJudged why it was not; null where it was, or nobody was asked
 */
public record MadeImageDocument(
        int variant,
        String file,
        String versionId,
        String label,
        String sha256,
        String mediaType,
        int width,
        int height,
        @Nullable ScoreDocument score,
        @Nullable String notJudged) {

    /** @param mediaType of the file, which may be another than the version's */
    public static MadeImageDocument of(
            int variant,
            String file,
            String mediaType,
            Version version,
            String label,
            @Nullable Assessment assessment) {
        return new MadeImageDocument(
                variant,
                file,
                version.id().toString(),
                label,
                version.image().digest().hex(),
                mediaType,
                version.image().size().width(),
                version.image().size().height(),
                assessment == null
                        ? null
                        : assessment
                                .judged()
                                .map(judged -> ScoreDocument.of(judged.score()))
                                .orElse(null),
                assessment == null ? null : assessment.match(judged -> null, Assessment.Unjudged::message));
    }
}
