package dev.pentimento.testkit.paid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one request for images: how long the vendor works, whether it bills the work, and what the client gets to see. Immutable.
 *
 * <p>Work that was done is billed, whether or not the client learns of it; an error status is not, unless {@link #billed()} says so.
 */
public final class Answer {
    private static final byte[] NO_IMAGE = "<html>Please log in</html>".getBytes(StandardCharsets.US_ASCII);
    private static final Ending DELIVERED = Visit::ok;
    private static final Ending UNREAD = (visit, good) -> visit.crash();

    private final Ending ending;
    private final boolean billed;
    private final Work work;

    private Answer(Ending ending, boolean billed, Work work) {
        this.ending = ending;
        this.billed = billed;
        this.work = work;
    }

    /** How the connection goes on; {@code good} is what a vendor in good health would say. */
    @FunctionalInterface
    interface Ending {
        void to(Visit visit, byte[] good) throws IOException;
    }

    /** What happens before that. */
    private record Work(
            Duration duration, @Nullable CountDownLatch gate, boolean showsPartialImage, boolean heedsCancel) {
        static final Work NONE = new Work(Duration.ZERO, null, false, true);
    }

    /** The images, at once. */
    public static Answer image() {
        return new Answer(DELIVERED, true, Work.NONE);
    }

    /** The work is done, and not a word comes back. */
    public static Answer hang() {
        return done((visit, good) -> visit.fallSilent());
    }

    /** The work is done, and the answer stops in its middle without an end. */
    public static Answer hangMidBody() {
        return done((visit, good) -> {
            visit.begin(good);
            visit.fallSilent();
        });
    }

    /**
     * The connection is gone before the request is read, so the vendor knows nothing of it. Only by {@link PaidServer#next}: it is the next
     * connection that is dropped, whatever it was for.
     */
    public static Answer dropBeforeReading() {
        return new Answer(UNREAD, false, Work.NONE);
    }

    /** The work is done, and the connection ends in good order before the answer. */
    public static Answer dropAfterReading() {
        return done((visit, good) -> {});
    }

    /** The work is done, and the connection is reset before the answer. */
    public static Answer resetAfterReading() {
        return done((visit, good) -> visit.crash());
    }

    /** The work is done, and the connection is reset in the middle of the answer. */
    public static Answer resetMidBody() {
        return done((visit, good) -> {
            visit.begin(good);
            visit.crash();
        });
    }

    /** The work is done, and the connection ends in good order in the middle of the answer. */
    public static Answer truncated() {
        return done(Visit::begin);
    }

    /** The work is done, and what comes with status 200 is no image. */
    public static Answer garbage() {
        return done((visit, good) -> visit.ok(NO_IMAGE));
    }

    /** An error page that is not the vendor's own, as gateways send. */
    public static Answer status(int status) {
        return error(status, NO_IMAGE, Map.of());
    }

    /** An error as the vendor writes it. */
    public static Answer status(int status, String code) {
        return error(status, FlatJson.write(fields(code, "Scripted " + status)), Map.of());
    }

    /** An error that says when to come back. */
    public static Answer status(int status, Duration retryAfter) {
        byte[] body = FlatJson.write(fields(PaidFailures.RATE_LIMITED, "Slow down"));
        return error(status, body, Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /** The vendor's policy forbids it. */
    public static Answer moderated() {
        return status(400, PaidFailures.MODERATED);
    }

    /** Busy, which the vendor documents as not billed. */
    public static Answer overloaded() {
        return status(503, PaidFailures.OVERLOADED);
    }

    /** The model is gone. */
    public static Answer modelRetired(String successor) {
        Map<String, String> body = fields(PaidFailures.MODEL_RETIRED, "The model is retired");
        body.put(PaidFailures.SUCCESSOR, successor);
        return error(404, FlatJson.write(body), Map.of());
    }

    private static Map<String, String> fields(String code, String message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(PaidFailures.CODE, code);
        fields.put(PaidFailures.MESSAGE, message);
        return fields;
    }

    private static Answer error(int status, byte[] body, Map<String, String> headers) {
        return new Answer((visit, good) -> visit.answer(status, body, headers), false, Work.NONE);
    }

    private static Answer done(Ending ending) {
        return new Answer(ending, true, Work.NONE);
    }

    /** The same, after so much work. */
    public Answer after(Duration duration) {
        return with(new Work(duration, work.gate, work.showsPartialImage, work.heedsCancel));
    }

    /** The same, when the gate is opened. */
    public Answer gate(CountDownLatch gate) {
        return with(new Work(work.duration, gate, work.showsPartialImage, work.heedsCancel));
    }

    /** The same, showing a picture that is not finished yet; in the queue only. */
    public Answer withPartialImage() {
        return with(new Work(work.duration, work.gate, true, work.heedsCancel));
    }

    /** The same, finished and billed even if the client calls it off; in the queue only, for elsewhere that is always so. */
    public Answer lateAfterCancel() {
        return with(new Work(work.duration, work.gate, work.showsPartialImage, false));
    }

    /** The same, on the bill. */
    public Answer billed() {
        return new Answer(ending, true, work);
    }

    /** The same, not on the bill. */
    public Answer unbilled() {
        return new Answer(ending, false, work);
    }

    private Answer with(Work other) {
        return new Answer(ending, billed, other);
    }

    boolean isUnread() {
        return ending == UNREAD;
    }

    boolean isDelivery() {
        return ending == DELIVERED;
    }

    boolean isBilled() {
        return billed;
    }

    boolean showsPartialImage() {
        return work.showsPartialImage;
    }

    boolean heedsCancel() {
        return work.heedsCancel;
    }

    /** Works for as long as that takes; {@code closing} cuts it short. */
    void awaitWork(CountDownLatch closing) throws InterruptedException {
        if (work.gate != null) {
            work.gate.await();
        }
        if (!work.duration.isZero()) {
            boolean closed = closing.await(work.duration.toNanos(), TimeUnit.NANOSECONDS);
            if (closed) {
                throw new InterruptedException("The server closes");
            }
        }
    }

    void end(Visit visit, byte[] good) throws IOException {
        ending.to(visit, good);
    }
}
