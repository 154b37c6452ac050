package dev.pentimento.adapters.web.concepts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task; every member is always there.
 *
 * @param id and {@code task_id} are the same
 * @param status as of the job, such as {@code pending}
 * @param type {@code concept_refinement} or {@code concept_generation}
 * @param message for people
 * @param resultId of the version that is the result, for {@code /api/storage/concept/{id}}
 * @param progress 0..1
 * @param stage what is being done
 * @param attempt how often it was begun
 */
record TaskDocument(
        String id,
        String taskId,
        String status,
        String type,
        String message,
        String createdAt,
        String updatedAt,
        @Nullable String startedAt,
        @Nullable String completedAt,
        Metadata metadata,
        @Nullable String resultId,
        @Nullable Result result,
        @Nullable String imageUrl,
        @Nullable String errorMessage,
        @Nullable String errorCode,
        double progress,
        @Nullable String stage,
        int attempt,
        Price cost) {

    /** What was asked for. */
    record Metadata(
            @Nullable String originalImageUrl,
            @Nullable String refinementPrompt,
            @Nullable String logoDescription,
            @Nullable String themeDescription,
            List<String> preserveAspects,
            @Nullable Double strength,
            @Nullable Integer numPalettes,
            @Nullable String provider,
            String conceptId) {}

    /** What came out; there when the task is completed. */
    record Result(
            String conceptId,
            String versionId,
            String imageUrl,
            String imagePath,
            @Nullable String refinementPrompt,
            @Nullable String originalImageUrl,
            List<ColorVariation> colorVariations) {}

    /**
     * What it cost so far.
     *
     * @param microUsd null = nobody knows
     * @param basis {@code estimated}, {@code reported} or {@code unknown}
     */
    record Price(@Nullable Long microUsd, String basis) {}

    /** The tasks of a user. */
    record Page(List<TaskDocument> tasks) {
        Page {
            tasks = List.copyOf(tasks);
        }
    }
}
