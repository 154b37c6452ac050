package dev.pentimento.domain.loop;

import dev.pentimento.domain.identity.VersionId;

/**
 * An image that was judged.
 *
 * @param overall its score, 0..1
 */
public record Candidate(VersionId version, double overall) {}
