package dev.pentimento.domain.provenance;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about itself. Anybody can write anything into a file, so none of it is ever trusted.
 *
 * @param provenance null if it names no version of ours
 * @param sourceType null if it claims nothing that we keep account of
 * @param contentCredentials whether it carries C2PA Content Credentials; they are neither read nor verified
 */
public record FileClaims(
        @Nullable Provenance provenance, @Nullable DigitalSourceType sourceType, boolean contentCredentials) {
    public static final FileClaims NONE = new FileClaims(null, null, false);
}
