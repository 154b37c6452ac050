package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.refinement.Instruction;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunningJobTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    /** It shows a second more each time it is looked at, and is put back by hours after the fifth time. */
    private final AtomicInteger looks = new AtomicInteger();

    private final RunningJob running = new RunningJob(job(), ticket(), "me", new Mint(UUID::randomUUID, this::clock));

    private Instant clock() {
        int look = looks.incrementAndGet();
        return START.plusSeconds(look).minus(look > 5 ? Duration.ofHours(5) : Duration.ZERO);
    }

    @Test
    @Timeout(30)
    void clockThatIsPutBackMakesNoWaitLonger() {
        assertThatCode(() -> running.await(Duration.ofSeconds(10), "slow down")).doesNotThrowAnyException();
    }

    private static Job job() {
        return Job.submit(
                new JobId(new UUID(1, 1)),
                UserId.LOCAL,
                new ConceptId(new UUID(2, 2)),
                new Work.GenerateOriginals(new Instruction("a fox"), TestWorkshop.SIZE, 1, 0, null),
                new ProviderChoice(ScriptedProvider.NAME, null),
                START);
    }

    private static Ticket ticket() {
        return new Ticket(
                new JobId(new UUID(1, 1)),
                UserId.LOCAL,
                WorkKind.GENERATE,
                ScriptedProvider.NAME,
                Priority.NORMAL,
                1,
                1,
                null,
                START,
                null,
                null);
    }
}
