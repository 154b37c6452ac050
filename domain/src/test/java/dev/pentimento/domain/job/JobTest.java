package dev.pentimento.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.domain.refinement.Refinement.SubjectRepair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final VersionId BASE = new VersionId(new UUID(0, 1));
    private static final ProviderReport REPORT =
            new ProviderReport("local", "local-1", "warmer 0.6", List.of(), Cost.free(), false);

    @Test
    void submittedJobWaits() {
        assertThat(pending().status()).isEqualTo(JobStatus.PENDING);
        assertThat(pending().attempt()).isZero();
        assertThat(pending().duration()).isEmpty();
    }

    @Test
    void completedJobKnowsItsVersionsAndHowLongItTook() {
        Job done = pending().start(NOW).complete(List.of(BASE), REPORT, NOW.plusSeconds(3));

        assertThat(done.completed())
                .get()
                .extracting(JobState.Completed::versions)
                .isEqualTo(List.of(BASE));
        assertThat(done.duration()).contains(Duration.ofSeconds(3));
        assertThat(done.attempt()).isEqualTo(1);
    }

    @Test
    void requeuedJobStartsAnotherAttempt() {
        assertThat(pending().start(NOW).requeue().start(NOW).attempt()).isEqualTo(2);
    }

    @Test
    void cancelledJobStaysCancelled() {
        Job canceled = pending().cancel(NOW);

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> canceled.start(NOW))
                .withMessageContaining(canceled.id().toString())
                .withMessageContaining("is canceled and cannot become processing");
    }

    @Test
    void waitingJobCannotCompleteWithoutWork() {
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> pending().complete(List.of(), REPORT, NOW));
    }

    @Test
    void completedIsTheEnd() {
        assertThat(JobStatus.COMPLETED.isFinal()).isTrue();
        assertThat(Stream.of(JobStatus.values()).filter(JobStatus.COMPLETED::mayBecome))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "CANCELED"})
    void whatFailedMayOnlyBeRetried(JobStatus status) {
        assertThat(status.isFinal()).isTrue();
        assertThat(Stream.of(JobStatus.values()).filter(status::mayBecome)).containsExactly(JobStatus.PENDING);
    }

    @Test
    void openStatusesMayMoveAsTheTableSays() {
        assertThat(Stream.of(JobStatus.values()).filter(JobStatus.PENDING::mayBecome))
                .containsExactly(JobStatus.PROCESSING, JobStatus.FAILED, JobStatus.CANCELED);
        assertThat(Stream.of(JobStatus.values()).filter(JobStatus.PROCESSING::mayBecome))
                .containsExactly(JobStatus.PENDING, JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELED);
    }

    @Test
    void subjectRepairNeedsAReference() {
        SubjectRepair repair = new SubjectRepair(new Instruction("use this mug"), null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Work.RefineVersion(BASE, List.of(), repair, Knobs.DEFAULT, Brief.EMPTY))
                .withMessageContaining("reference");
    }

    private static Job pending() {
        PromptRefinement warmer = new PromptRefinement(new Instruction("make it warmer"), null);
        return Job.submit(
                new JobId(new UUID(0, 2)),
                UserId.LOCAL,
                new ConceptId(new UUID(0, 3)),
                new Work.RefineVersion(BASE, List.of(), warmer, Knobs.DEFAULT, Brief.EMPTY),
                ProviderChoice.ANY,
                NOW);
    }
}
