package dev.pentimento.crash;

import static dev.pentimento.crash.Fate.ANY;
import static dev.pentimento.crash.Fate.CALLED_OFF;
import static dev.pentimento.crash.Fate.DONE;
import static dev.pentimento.crash.Fate.DONE_FOR_TWICE_THE_MONEY;
import static dev.pentimento.crash.Fate.NEVER_SUBMITTED;
import static dev.pentimento.crash.Fate.NOT_HERE;
import static dev.pentimento.crash.Fate.UNKNOWN;
import static dev.pentimento.crash.Fate.UNKNOWN_AND_FREE;
import static dev.pentimento.crash.Fate.UNKNOWN_AND_PAID;

/**
 * The points at which a process may end, in the order of a job's life: how the test gets there, and what becomes of the job when the process ends
 * there for the first time, with a provider that answers on the line and with one that gives a receipt first.
 */
enum CommitPoint {
    /** The transaction that takes a job, with its ticket and its dispatch, is about to be committed; everything {@code BEFORE} is like this. */
    BEFORE_SUBMITTED(Scene.SUBMITTED_THERE, NEVER_SUBMITTED, NEVER_SUBMITTED),
    /** Within that transaction: its row is in the dispatcher's table. */
    DISPATCHED(Scene.SUBMITTED_THERE, NEVER_SUBMITTED, NEVER_SUBMITTED),
    /** The job is taken, and nobody was told; everything {@code AFTER} is on the disk. */
    AFTER_SUBMITTED(Scene.SUBMITTED_THERE, DONE, DONE),

    /** A worker has the job's row, and has done nothing. */
    HANDED_OVER(Scene.PLAIN, DONE, DONE),
    /** A worker takes job and lease. */
    BEFORE_BEGUN(Scene.PLAIN, DONE, DONE),
    AFTER_BEGUN(Scene.PLAIN, DONE, DONE),

    /** The money is reserved, and the first byte may leave. */
    BEFORE_SENDING(Scene.PLAIN, DONE, DONE),
    AFTER_SENDING(Scene.PLAIN, UNKNOWN_AND_FREE, UNKNOWN_AND_FREE),
    /** One byte of the request is out. */
    FIRST_BYTE_LEFT(Scene.PLAIN, UNKNOWN, UNKNOWN),
    /** All of the request is out. */
    REQUEST_LEFT(Scene.PLAIN, UNKNOWN_AND_PAID, UNKNOWN_AND_PAID),
    /** The beginning of the result, or of the receipt, is here. */
    ANSWER_ARRIVING(Scene.PLAIN, UNKNOWN_AND_PAID, UNKNOWN_AND_PAID),
    /** The handle in the receipt is written down. */
    BEFORE_ACCEPTED(Scene.PLAIN, NOT_HERE, UNKNOWN_AND_PAID),
    AFTER_ACCEPTED(Scene.PLAIN, NOT_HERE, DONE),

    /** The result is in memory. */
    ANSWERED(Scene.PLAIN, UNKNOWN_AND_PAID, DONE),
    /** All of an image is in a temporary file; the first one is the result, the second one the picture of the version. */
    BEFORE_FILE_MOVED(Scene.PLAIN, UNKNOWN_AND_PAID, DONE),
    /** The file has its name, and the folder is not synced. */
    AFTER_FILE_MOVED(Scene.PLAIN, UNKNOWN_AND_PAID, DONE),
    /** The image is safe. */
    IMAGE_STORED(Scene.PLAIN, UNKNOWN_AND_PAID, DONE),
    /** The ledger names the result. */
    BEFORE_RESULT_STORED(Scene.PLAIN, UNKNOWN_AND_PAID, DONE),
    AFTER_RESULT_STORED(Scene.PLAIN, DONE, DONE),
    /** Versions, cost, quota, the end of the job and the event that tells of it. */
    BEFORE_COMPLETED(Scene.PLAIN, DONE, DONE),
    AFTER_COMPLETED(Scene.PLAIN, DONE, DONE),
    /** The job is over, and the dispatcher has not heard of it. */
    HANDLED(Scene.PLAIN, DONE, DONE),

    /** What happens within a stage. */
    BEFORE_TOLD(Scene.SLOW, ANY, ANY),
    AFTER_TOLD(Scene.SLOW, ANY, ANY),
    /** A worker keeps its lease, usually while it waits for the provider. */
    BEFORE_LEASED(Scene.SLOW, ANY, ANY),
    AFTER_LEASED(Scene.SLOW, ANY, ANY),
    /** A process becomes the one that looks after what others left. */
    BEFORE_LED(Scene.PLAIN, ANY, ANY),
    AFTER_LED(Scene.PLAIN, ANY, ANY),

    /** A call came back with nothing, is over, and may be made again. */
    BEFORE_CALL_ENDED(Scene.BUSY_PROVIDER, UNKNOWN_AND_FREE, UNKNOWN_AND_FREE),
    AFTER_CALL_ENDED(Scene.BUSY_PROVIDER, DONE, DONE),
    /** Another provider is to go on with what this one would not do, for nothing. */
    BEFORE_HANDED_ON(Scene.WRONG_KEY, DONE, DONE),
    AFTER_HANDED_ON(Scene.WRONG_KEY, DONE, DONE),
    /** An answer that is no image is kept. */
    BEFORE_ANSWER_KEPT(Scene.GARBAGE, UNKNOWN_AND_PAID, UNKNOWN_AND_PAID),
    AFTER_ANSWER_KEPT(Scene.GARBAGE, UNKNOWN_AND_PAID, UNKNOWN_AND_PAID),
    /** A job fails. */
    BEFORE_FAILED(Scene.REFUSAL, Fate.REFUSED, Fate.REFUSED),
    AFTER_FAILED(Scene.REFUSAL, Fate.REFUSED, Fate.REFUSED),
    /** The user calls a job off that is under way. */
    BEFORE_CANCELED(Scene.CALLED_OFF_THERE, UNKNOWN_AND_PAID, DONE),
    AFTER_CANCELED(Scene.CALLED_OFF_THERE, CALLED_OFF, CALLED_OFF),
    /** The user has a job done again whose outcome is unknown. */
    BEFORE_RETRIED(Scene.RETRIED_THERE, UNKNOWN_AND_PAID, UNKNOWN_AND_PAID),
    AFTER_RETRIED(Scene.RETRIED_THERE, DONE_FOR_TWICE_THE_MONEY, DONE_FOR_TWICE_THE_MONEY),
    /** A process that is asked to end gives back what the provider goes on with. */
    BEFORE_GIVEN_BACK(Scene.TERMINATED, NOT_HERE, DONE),
    AFTER_GIVEN_BACK(Scene.TERMINATED, NOT_HERE, DONE),
    /** What a lost process left is put back into the queue by another one. */
    BEFORE_REQUEUED(Scene.LEFT_BY_ANOTHER, DONE, DONE),
    AFTER_REQUEUED(Scene.LEFT_BY_ANOTHER, DONE, DONE);

    private final Scene scene;
    private final Fate onTheLine;
    private final Fate inTheQueue;

    CommitPoint(Scene scene, Fate onTheLine, Fate inTheQueue) {
        this.scene = scene;
        this.onTheLine = onTheLine;
        this.inTheQueue = inTheQueue;
    }

    Scene scene() {
        return scene;
    }

    Fate fate(Mode mode) {
        return mode == Mode.SYNC ? onTheLine : inTheQueue;
    }
}
