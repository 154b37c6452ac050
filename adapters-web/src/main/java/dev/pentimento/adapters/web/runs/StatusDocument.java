package dev.pentimento.adapters.web.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands.
 *
 * @param progress 0..1
 * @param currentStage null unless one is being worked on
 */
record StatusDocument(
        String runId,
        String status,
        double progress,
        @Nullable String currentStage,
        List<StageDocument> stages,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String completedAt,
        @Nullable String errorMessage) {}
