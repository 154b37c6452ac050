package dev.pentimento.adapters.web.concepts;

import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.ports.in.ReportJobs.Report;

/** What tasks are called, and what is said of them. */
final class TaskWords {
    private TaskWords() {}

    static String type(WorkKind kind) {
        return "concept_" + noun(kind);
    }

    static String created(WorkKind kind) {
        return "Concept %s task created and queued for processing".formatted(noun(kind));
    }

    static String inProgress(WorkKind kind) {
        return "A concept %s task is already in progress".formatted(noun(kind));
    }

    private static String noun(WorkKind kind) {
        return switch (kind) {
            case REFINE -> "refinement";
            case GENERATE -> "generation";
            case ASK -> "question";
        };
    }

    /** Of a task that was asked about. */
    static String now(Report report) {
        String noun = noun(report.job().work().kind());
        return switch (report.job().status()) {
            case PENDING -> created(report.job().work().kind());
            case PROCESSING -> "Concept %s is in progress".formatted(noun);
            case COMPLETED -> "Concept %s completed successfully".formatted(noun);
            case FAILED ->
                report.job()
                        .failed()
                        .map(failed -> "Concept %s failed: %s".formatted(noun, failed.message()))
                        .orElse("");
            case CANCELED -> "Concept %s was canceled".formatted(noun);
        };
    }
}
