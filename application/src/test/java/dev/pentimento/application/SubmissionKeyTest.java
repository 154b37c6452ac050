package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.ForgetJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReportJobs;
import dev.pentimento.ports.in.ShowLimits;
import dev.pentimento.testkit.Crowd;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A submission that arrives twice is carried out once; what is forgotten is seen no more. */
@Timeout(120)
class SubmissionKeyTest {
    private static final SubmissionKey KEY = new SubmissionKey("k-1", RequestHash.of(List.of("red")));

    private final TestWorkshop workshop = new TestWorkshop(limited(1, 2));

    private static UnaryOperator<Policies> limited(int active, int perMonth) {
        Limits limits = new Limits() {
            @Override
            public OptionalInt waiting() {
                return OptionalInt.empty();
            }

            @Override
            public OptionalInt active(UserId owner, WorkKind kind) {
                return OptionalInt.of(active);
            }

            @Override
            public OptionalInt perMonth(UserId owner, WorkKind kind) {
                return OptionalInt.of(perMonth);
            }
        };
        return usual -> new Policies(
                Budget.UNLIMITED,
                limits,
                usual.lease(),
                usual.poll(),
                usual.maxAttempts(),
                usual.refinementTimeout(),
                usual.runTimeout(),
                0,
                false,
                usual.refinementStages());
    }

    private RefineImage.Submission submit(SubmissionKey key) {
        RefineImage.Command command =
                TestWorkshop.command(workshop.upload(0xff00ff00), List.of(), TestWorkshop.prompt());
        return workshop.useCases.refineImage().handle(keyed(command, key));
    }

    static RefineImage.Command keyed(RefineImage.Command command, SubmissionKey key) {
        return new RefineImage.Command(
                command.owner(),
                command.base(),
                command.references(),
                command.refinement(),
                command.maskPictures(),
                command.knobs(),
                command.brief(),
                command.provider(),
                command.concept(),
                command.priority(),
                key);
    }

    private static Job job(RefineImage.Submission submission) {
        return submission.job().orElseThrow();
    }

    private int used() {
        return workshop.useCases.showLimits().handle(new ShowLimits.Query(UserId.LOCAL)).stream()
                .filter(limit -> limit.kind() == WorkKind.REFINE)
                .findFirst()
                .orElseThrow()
                .used();
    }

    @Test
    void sameRequestUnderTheSameKeyIsAnsweredByTheSameJob() {
        Job job = job(submit(KEY));

        RefineImage.Submission again = submit(KEY);

        assertThat(again).isEqualTo(new RefineImage.Replayed(job));
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void otherRequestUnderTheSameKeyIsRefused() {
        submit(KEY);

        RefineImage.Submission other = submit(new SubmissionKey(KEY.key(), RequestHash.of(List.of("blue"))));

        assertThat(other).isEqualTo(new RefineImage.KeyTaken("k-1"));
    }

    @Test
    void otherKeyIsAnotherSubmission() {
        Job job = job(submit(KEY));

        assertThat(submit(new SubmissionKey("k-2", KEY.request()))).isEqualTo(new RefineImage.AlreadyActive(job));
        assertThat(used()).as("nothing is taken for what is not done").isEqualTo(1);
    }

    @Test
    void ofManyWhoArriveAtOnceOneIsCarriedOut() {
        List<RefineImage.Submission> submissions = Crowd.of(16, () -> submit(KEY));

        assertThat(submissions)
                .extracting(SubmissionKeyTest::job)
                .extracting(Job::id)
                .containsOnly(job(submissions.get(0)).id());
        assertThat(submissions)
                .filteredOn(RefineImage.Accepted.class::isInstance)
                .hasSize(1);
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void keyOutlivesItsJob() {
        Job job = job(submit(KEY));
        Job canceled = workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        assertThat(submit(KEY)).isEqualTo(new RefineImage.Replayed(canceled));
    }

    @Test
    void userWhoseQuotaIsUsedUpIsToldBeforeAnythingIsFetched() {
        RefineImage.Submission submission = new TestWorkshop(limited(1, 0))
                .useCases
                .refineImage()
                .handle(TestWorkshop.command(
                        new RefineImage.Remote(URI.create("https://example.com/nothing.png")),
                        List.of(),
                        TestWorkshop.prompt()));

        assertThat(submission).isInstanceOf(RefineImage.QuotaExhausted.class);
    }

    @Test
    void forgottenJobIsCancelledAndSeenNoMore() {
        Job job = job(submit(KEY));

        workshop.useCases.forgetJob().handle(new ForgetJob.Command(UserId.LOCAL, job.id()));

        boolean over = workshop.records.read(
                reader -> reader.job(job.id()).orElseThrow().isFinal());
        assertThat(over).isTrue();
        assertThat(workshop.useCases
                        .reportJobs()
                        .handle(new ReportJobs.Query(
                                UserId.LOCAL, new ReportJobs.Newest(EnumSet.allOf(JobStatus.class), 10))))
                .isEmpty();
        assertThat(used()).as("given back").isZero();
        assertThat(submit(KEY)).as("the key is free again").isInstanceOf(RefineImage.Accepted.class);
    }
}
