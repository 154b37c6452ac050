package dev.pentimento.testkit.paid;

/** The names of the fields that pass between the server and its client. */
final class PaidFields {
    static final String PROMPT = "prompt";
    static final String MODEL = "model";
    static final String SEED = "seed";
    static final String COUNT = "count";
    static final String WIDTH = "width";
    static final String HEIGHT = "height";

    /** In base 64, as all images. */
    static final String BASE = "base_image";

    static final String REQUEST_ID = "request_id";
    static final String STATUS_URL = "status_url";
    static final String RESULT_URL = "result_url";
    static final String CANCEL_URL = "cancel_url";

    /** {@value #QUEUED}, {@value #RUNNING}, {@value #COMPLETED} or {@value #CANCELED}. */
    static final String STATUS = "status";

    static final String QUEUED = "IN_QUEUE";
    static final String RUNNING = "IN_PROGRESS";
    static final String COMPLETED = "COMPLETED";
    static final String CANCELED = "CANCELED";

    /** How often the status had changed: who asks again with it is answered when it changes once more. */
    static final String SEEN = "seen";

    static final String PARTIAL_URL = "partial_image_url";

    /** In micro-USD. */
    static final String COST = "cost_micro_usd";

    /** The images of a delivery are {@code image_0}, {@code image_1} and so on. */
    static final String IMAGE = "image_";

    static final String IDEMPOTENCY_HEADER = "Idempotency-Key";

    private PaidFields() {}
}
