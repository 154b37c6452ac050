package dev.pentimento.crash;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import org.jspecify.annotations.Nullable;

/** What has become of a job when all is over. */
enum Fate {
    /** Nobody was told that it was submitted, and it was not. */
    NEVER_SUBMITTED(null, null, 0, 0),
    /** Its picture was made and paid once. */
    DONE(JobStatus.COMPLETED, null, 1, 1),
    /** The same, after the user had it made again although it might have been paid before, as it had been. */
    DONE_FOR_TWICE_THE_MONEY(JobStatus.COMPLETED, null, 2, 2),
    /** Nobody knows whether it was paid, and it was. */
    UNKNOWN_AND_PAID(JobStatus.FAILED, FailureCode.OUTCOME_UNKNOWN, 1, 1),
    /** Nobody knows whether it was paid, and it was not. */
    UNKNOWN_AND_FREE(JobStatus.FAILED, FailureCode.OUTCOME_UNKNOWN, 0, 0),
    /** Nobody knows whether it was paid, which depends on how much of the request got out. */
    UNKNOWN(JobStatus.FAILED, FailureCode.OUTCOME_UNKNOWN, 0, 1),
    /** The provider would not, which was free. */
    REFUSED(JobStatus.FAILED, FailureCode.REFUSED, 0, 0),
    /** The user called it off. */
    CALLED_OFF(JobStatus.CANCELED, null, 0, 1),
    /** It depends on where the work stood that goes on beside this; the books are in order. */
    ANY(null, null, 0, 1),
    /** The point is not reached with this kind of provider. */
    NOT_HERE(null, null, 0, 0);

    private final @Nullable JobStatus status;
    private final @Nullable FailureCode code;
    private final int fewestBills;
    private final int mostBills;

    Fate(@Nullable JobStatus status, @Nullable FailureCode code, int fewestBills, int mostBills) {
        this.status = status;
        this.code = code;
        this.fewestBills = fewestBills;
        this.mostBills = mostBills;
    }

    /** The state of the job; null = it says nothing of that. */
    @Nullable JobStatus status() {
        return status;
    }

    boolean isOf(Job job) {
        FailureCode why = job.failed().map(failed -> failed.code()).orElse(null);
        return job.status() == status && why == code;
    }

    boolean allows(int bills) {
        return fewestBills <= bills && bills <= mostBills;
    }
}
