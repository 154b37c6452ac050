package dev.pentimento.application;

/** Why a worker breaks off a job. */
enum Stopping {
    /** Somebody called the job off. */
    CANCELED,
    /** Its time is up. */
    LATE,
    /** Somebody else has the job now. */
    LEASE_LOST,
    /** The process is about to end; what can go on without us goes on. */
    PARKED
}
