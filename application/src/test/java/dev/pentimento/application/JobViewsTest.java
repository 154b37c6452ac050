package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.CountOpenJobs.Count;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ShowJob;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen of jobs: the list, one of them, how many are open. */
@Timeout(60)
class JobViewsTest {
    private static final UserId ANN = new UserId("ann");

    private final TestWorkshop workshop = new TestWorkshop(Policies::withoutWorkers);

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void newestJobsAreListedFirst() {
        Job first = submit();
        Job second = submit();
        Job third = submit();

        assertThat(list(UserId.LOCAL, 10)).containsExactly(third, second, first);
        assertThat(list(UserId.LOCAL, 2)).containsExactly(third, second);
        assertThat(list(ANN, 10)).isEmpty();
    }

    @Test
    void emptyListsCannotBeAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ListJobs.Query(UserId.LOCAL, 0))
                .withMessage("A list must have room for at least 1 job but was limited to 0");
    }

    @Test
    void openJobIsShownWithItsPlaceInTheQueue() {
        Job job = submit();

        ShowJob.Details details = show(UserId.LOCAL, job.id().toString());

        assertThat(details.job()).isEqualTo(job);
        assertThat(details.ticket().orElseThrow().lane()).isEqualTo(ScriptedProvider.NAME);
        assertThat(details.calls()).isEmpty();
    }

    @Test
    void endedJobIsShownWithAllItsCalls() {
        try (TestWorkshop working = workshop.neighbour()) {
            Job job = working.refine(RefineImage.Command.of(working.upload(GREY), prompt()));

            ShowJob.Details details = show(UserId.LOCAL, job.id().toString());

            assertThat(details.job().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(details.ticket()).isEmpty();
            assertThat(details.calls()).extracting(ProviderCall::provider).containsExactly(ScriptedProvider.NAME);
        }
    }

    @Test
    void beginningOfAnIdNamesTheJobInAnyCase() {
        Job job = submit();
        Job other = submit();

        assertThat(show(UserId.LOCAL, " " + job.id().toString().substring(0, 8).toUpperCase(Locale.ROOT))
                        .job())
                .isEqualTo(job)
                .isNotEqualTo(other);
    }

    @Test
    void beginningOfSeveralIdsNamesNone() {
        submit();
        submit();

        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> show(UserId.LOCAL, "0000"))
                .withMessage("'0000' is the beginning of 2 jobs' ids; give more of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "xyz", "0000-1111", "ffffffff-ffff-ffff-ffff-ffffffffffffff"})
    void whatIsNoJobIsToldWhereJobsAreListed(String reference) {
        submit();

        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> show(UserId.LOCAL, reference))
                .withMessage("There is no job '%s'; list them with jobs".formatted(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000", "A1"})
    void tooLittleOfAnIdIsSaidToBeThat(String reference) {
        submit();

        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> show(UserId.LOCAL, reference))
                .withMessage("'%s' is too little of a job's id; give at least 4 characters".formatted(reference));
    }

    @Test
    void jobsOfOthersAreNotThere() {
        String id = submit().id().toString();

        assertThatExceptionOfType(UnknownReference.class).isThrownBy(() -> show(ANN, id));
    }

    @Test
    void openJobsAreCountedByWhetherSomebodyHasThem() {
        Job held = submit();
        submit();
        Job canceled = submit();
        workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, canceled.id()));
        workshop.clock.advance(TestWorkshop.TIME_LIMIT);
        hold(held);

        assertThat(workshop.useCases.countOpenJobs().handle()).isEqualTo(new Count(1, 1));
    }

    @Test
    void jobsForUnknownProvidersAreNotCounted() {
        Job job = submit();
        Job canceled = workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));
        workshop.records.write(
                records -> records.replace(canceled, canceled.retry()) && records.add(elsewhere(canceled.retry())));

        assertThat(workshop.useCases.countOpenJobs().handle().total()).isZero();
    }

    private static Ticket elsewhere(Job job) {
        return new Ticket(
                job.id(),
                job.owner(),
                job.work().kind(),
                "unheard-of",
                Priority.NORMAL,
                1,
                2,
                null,
                job.createdAt(),
                null,
                null);
    }

    private void hold(Job job) {
        Lease lease = new Lease("somebody", workshop.clock.instant().plusSeconds(30));
        workshop.records.write(records -> {
            Ticket ticket = records.ticket(job.id()).orElseThrow();
            return records.replace(ticket, ticket.heldBy(lease));
        });
    }

    private Job submit() {
        return workshop.submit(RefineImage.Command.of(workshop.upload(GREY), prompt()));
    }

    private List<Job> list(UserId owner, int limit) {
        return workshop.useCases.listJobs().handle(new ListJobs.Query(owner, limit));
    }

    private ShowJob.Details show(UserId owner, String reference) {
        return workshop.useCases.showJob().handle(new ShowJob.Query(owner, reference));
    }
}
