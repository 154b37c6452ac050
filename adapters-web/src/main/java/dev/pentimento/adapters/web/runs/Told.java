package dev.pentimento.adapters.web.runs;

import org.jspecify.annotations.Nullable;

/** One line for people. */
record Told(
        String message,
        String status,
        @Nullable String jobId,
        @Nullable String runId) {}
