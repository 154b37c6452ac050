package dev.pentimento.app.cli.document;

import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.domain.provenance.Step;
import dev.pentimento.ports.in.ExamineImage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file: what it is, the version it belongs to, and what it says about itself.
 *
 * @param match null if it has nothing to do with any version here
 */
public record ExaminedDocument(
        String fileName,
        String mediaType,
        int width,
        int height,
        long bytes,
        String sha256,
        @Nullable MatchDocument match,
        ClaimsDocument claims) {

    public static ExaminedDocument of(ExamineImage.Examination examination) {
        Image image = examination.image();
        return new ExaminedDocument(
                examination.fileName(),
                image.mediaType().mime(),
                image.size().width(),
                image.size().height(),
                image.length(),
                image.digest().hex(),
                MatchDocument.of(examination.match()),
                ClaimsDocument.of(examination.claims()));
    }

    /** A version; {@code likeness} is {@code same_bytes}, {@code same_pixels} or {@code claimed}. */
    public record MatchDocument(String likeness, String conceptId, VersionDocument version) {
        static @Nullable MatchDocument of(ExamineImage.@Nullable Match match) {
            return match == null
                    ? null
                    : new MatchDocument(
                            match.likeness().name().toLowerCase(Locale.ROOT),
                            match.version().concept().id().toString(),
                            VersionDocument.of(Located.inVault(match.version())));
        }
    }

    /**
     * The file's own words, by whoever wrote it.
     *
     * @param sourceType an identifier of the IPTC
     */
    public record ClaimsDocument(
            @Nullable String sourceType,
            boolean contentCredentials,
            @Nullable ProvenanceDocument provenance) {
        static ClaimsDocument of(FileClaims claims) {
            DigitalSourceType type = claims.sourceType();
            Provenance provenance = claims.provenance();
            return new ClaimsDocument(
                    type == null ? null : type.uri(),
                    claims.contentCredentials(),
                    provenance == null ? null : ProvenanceDocument.of(provenance));
        }
    }

    /**
     * Where the file says it comes from.
     *
     * @param omittedSteps how many steps are left out after the first
     */
    public record ProvenanceDocument(
            String conceptId,
            String versionId,
            String label,
            List<String> parents,
            String createdAt,
            int omittedSteps,
            List<StepDocument> steps) {
        static ProvenanceDocument of(Provenance provenance) {
            return new ProvenanceDocument(
                    provenance.concept().toString(),
                    provenance.version().toString(),
                    provenance.label(),
                    VersionDocument.ids(provenance.parents()),
                    provenance.createdAt().toString(),
                    provenance.omitted(),
                    provenance.steps().stream().map(StepDocument::of).toList());
        }
    }

    /** One version on the way from the original. */
    public record StepDocument(
            String versionId,
            String label,
            String making,
            String instruction,
            String provider,
            String model,
            @Nullable Long seed) {
        static StepDocument of(Step step) {
            return new StepDocument(
                    step.version().toString(),
                    step.label(),
                    step.making().label(),
                    step.instruction(),
                    step.provider(),
                    step.model(),
                    step.seed());
        }
    }
}
