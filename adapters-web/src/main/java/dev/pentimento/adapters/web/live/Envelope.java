package dev.pentimento.adapters.web.live;

import org.jspecify.annotations.Nullable;

/**
 * One message to those who listen.
 *
 * @param seq the number of the event within what is listened to; of a {@code ping}, that of the last message
 * @param type such as {@code stage_update} or {@code run_complete}
 * @param jobId null for a {@code ping} of a run
 * @param data what it says; depends on the type
 */
record Envelope(
        long seq, String type, String runId, @Nullable String jobId, String timestamp, Object data) {}
