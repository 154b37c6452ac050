package dev.pentimento.adapters.web.runs;

import org.jspecify.annotations.Nullable;

/**
 * A stage of a job, and how far it is.
 *
 * @param stageOrder from 1
 * @param status in upper case; {@code SKIPPED} for one that was not needed
 */
public record StageDocument(
        String stageName,
        int stageOrder,
        String status,
        @Nullable String startedAt,
        @Nullable String completedAt,
        @Nullable Double durationSeconds,
        @Nullable String message,
        @Nullable String errorMessage) {}
