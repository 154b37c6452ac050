package dev.pentimento.crash;

import dev.pentimento.bootstrap.Pentimento.Working;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.testkit.paid.Answer;
import java.time.Duration;

/** How a process gets to a point: what the vendor says, and what the user does. Each returns the process that is to suffer the fault. */
enum Scene {
    /** A job waits, and all goes well. */
    PLAIN {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            studio.submit(1, PROMPT);
            return studio.start(Working.ON_ALL_JOBS, faults);
        }
    },
    /** The process itself is asked for the job. */
    SUBMITTED_THERE {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            WorkerProcess process = studio.start(Working.ON_ALL_JOBS, faults);
            process.tell("refine 1 " + PROMPT);
            return process;
        }
    },
    /** The vendor takes its time. */
    SLOW {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            studio.vendor().next(Answer.image().after(Duration.ofSeconds(4)));
            return PLAIN.play(studio, faults);
        }
    },
    /** The vendor has no time at first, which is free. */
    BUSY_PROVIDER {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            studio.vendor().next(Answer.overloaded());
            return PLAIN.play(studio, faults);
        }
    },
    /** The vendor answers with what is no image, for money. */
    GARBAGE {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            studio.vendor().next(Answer.garbage());
            return PLAIN.play(studio, faults);
        }
    },
    /** The vendor knows the key of one provider only. */
    WRONG_KEY {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            studio.vendor().next(Answer.status(401));
            return PLAIN.play(studio, faults);
        }
    },
    /** The vendor would rather not. */
    REFUSAL {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            studio.vendor().next(Answer.moderated());
            return PLAIN.play(studio, faults);
        }
    },
    /** The user calls the job off while the vendor works on it. */
    CALLED_OFF_THERE {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            WorkerProcess process = atTheGate(studio, faults);
            process.tell("cancel " + onlyJob(studio).id());
            return process;
        }
    },
    /** The line to the vendor goes dead, and the user has the job done again. */
    RETRIED_THERE {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            studio.vendor().next(Answer.resetAfterReading());
            WorkerProcess process = PLAIN.play(studio, faults);
            studio.awaitFinal(onlyJob(studio));
            process.tell("retry " + onlyJob(studio).id());
            return process;
        }
    },
    /** The process is asked to end while the vendor works. */
    TERMINATED {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            WorkerProcess process = atTheGate(studio, faults);
            process.askToEnd();
            return process;
        }
    },
    /** Another process is lost that nobody else was told of the job by, and this one looks after what others left. */
    LEFT_BY_ANOTHER {
        @Override
        WorkerProcess play(Studio studio, String... faults) {
            try (WorkerProcess lost =
                    studio.start(Working.ON_OWN_JOBS, Faults.HALT + "=" + CommitPoint.AFTER_BEGUN + ":1")) {
                lost.tell("refine 1 " + PROMPT);
                lost.end();
            }
            return studio.start(Working.ON_ALL_JOBS, faults);
        }
    };

    private static final String PROMPT = "make it warmer";

    abstract WorkerProcess play(Studio studio, String... faults);

    /** The vendor has the order, and holds it back. */
    private static WorkerProcess atTheGate(Studio studio, String... faults) {
        studio.vendor().next(Answer.image().gate(studio.gate()));
        WorkerProcess process = PLAIN.play(studio, faults);
        studio.vendor().billing().awaitRequests(1);
        if (studio.mode() == Mode.QUEUE) {
            studio.awaitCall(onlyJob(studio), CallStatus.ACCEPTED);
        }
        return process;
    }

    private static Job onlyJob(Studio studio) {
        return studio.jobs().get(0);
    }
}
