package dev.pentimento.domain.loop;

import dev.pentimento.domain.identity.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Two images side by side, in the order in which they were shown.
 *
 * @param better null = neither, or nobody could tell
 * @param reason for people
 */
public record Comparison(
        VersionId first, VersionId second, @Nullable VersionId better, String reason) {}
