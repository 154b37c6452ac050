package dev.pentimento.testkit.paid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A commission in the vendor's queue. Safe for use by several threads. */
final class QueuedWork {
    private static final long LONGEST_POLL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String url;
    private final Commission commission;
    private final Answer answer;
    private String status = PaidFields.QUEUED;
    private int changes;

    QueuedWork(String url, Commission commission, Answer answer) {
        this.url = url;
        this.commission = commission;
        this.answer = answer;
    }

    Commission commission() {
        return commission;
    }

    Answer answer() {
        return answer;
    }

    synchronized boolean isCompleted() {
        return status.equals(PaidFields.COMPLETED);
    }

    synchronized void start() {
        become(PaidFields.RUNNING);
    }

    /** Sends the bill, and then lets the client know; neither if it was called off. */
    synchronized void complete(Runnable bill) {
        if (!isCanceled()) {
            bill.run();
            become(PaidFields.COMPLETED);
        }
    }

    /** Calls it off, if the vendor lets itself be stopped. */
    synchronized void cancel() {
        if (answer.heedsCancel()) {
            become(PaidFields.CANCELED);
        }
    }

    private boolean isCanceled() {
        return status.equals(PaidFields.CANCELED);
    }

    private void become(String next) {
        if (isCompleted() || isCanceled()) {
            return;
        }
        status = next;
        changes++;
        notifyAll();
    }

    /** As soon as more than {@code seen} changes have happened, or the client has waited for long enough. */
    synchronized byte[] statusAfter(int seen) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_POLL_NANOS;
        for (long left = LONGEST_POLL_NANOS; changes <= seen && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return status();
    }

    synchronized byte[] status() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(PaidFields.STATUS, status);
        fields.put(PaidFields.SEEN, changes);
        if (answer.showsPartialImage() && status.equals(PaidFields.RUNNING)) {
            fields.put(PaidFields.PARTIAL_URL, url + "/partial");
        }
        return FlatJson.write(fields);
    }

    /** What the client gets for its order. */
    byte[] receipt(String requestId) {
        Map<String, String> receipt = new LinkedHashMap<>();
        receipt.put(PaidFields.REQUEST_ID, requestId);
        receipt.put(PaidFields.STATUS_URL, url + "/status");
        receipt.put(PaidFields.RESULT_URL, url);
        receipt.put(PaidFields.CANCEL_URL, url + "/cancel");
        return FlatJson.write(receipt);
    }
}
