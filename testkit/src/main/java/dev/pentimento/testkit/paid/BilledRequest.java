package dev.pentimento.testkit.paid;

import java.time.Instant;

/**
 * One request for images as the vendor sees it.
 *
 * @param number from 1, in the order of arrival
 * @param path such as {@code /edits}
 * @param key the idempotency key; empty if there was none
 * @param canceled whether the client called it off; only what is in the queue can be
 * @param billed whether it is on the bill
 * @param microUsd what it is billed with; 0 unless it is
 */
public record BilledRequest(
        int number,
        Instant at,
        String path,
        String key,
        String prompt,
        boolean canceled,
        boolean billed,
        long microUsd) {
    BilledRequest calledOff() {
        return new BilledRequest(number, at, path, key, prompt, true, billed, microUsd);
    }

    BilledRequest billedWith(long amount) {
        return new BilledRequest(number, at, path, key, prompt, canceled, true, amount);
    }
}
