package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aJobId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.quota.Quota;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A quota is never exceeded, a job has one share of it, and a task has one leader. */
interface QuotaPromises extends RecordsPromises {
    Quota ANNAS = Quota.at(ANNA, WorkKind.REFINE, NOW);

    @Test
    default void quotaIsTakenUntilItsLimit() {
        assertThat(used(ANNAS)).isZero();
        assertThat(reserved(ANNAS, aJobId(), 2)).isTrue();
        assertThat(reserved(ANNAS, aJobId(), 2)).isTrue();

        assertThat(reserved(ANNAS, aJobId(), 2)).isFalse();

        assertThat(used(ANNAS)).isEqualTo(2);
        assertThat(reserved(ANNAS, aJobId(), 3)).as("a higher limit").isTrue();
        assertThat(reserved(ANNAS, aJobId(), 0)).as("a lower limit").isFalse();
        assertThat(used(ANNAS)).isEqualTo(3);
    }

    @Test
    default void limitOfZeroGivesNothing() {
        assertThat(reserved(ANNAS, aJobId(), 0)).isFalse();
        assertThat(used(ANNAS)).isZero();
    }

    @Test
    default void manyWhoWantAShareGetNoMoreThanThereAre() {
        List<Boolean> got = Crowd.of(60, () -> reserved(ANNAS, aJobId(), 10));

        assertThat(got).filteredOn(share -> share).hasSize(10);
        assertThat(used(ANNAS)).isEqualTo(10);
    }

    @Test
    default void jobHasOneShareHoweverOftenItAsks() {
        JobId job = aJobId();

        assertThat(reserved(ANNAS, job, 1)).isTrue();
        assertThat(reserved(ANNAS, job, 1)).isTrue();
        assertThat(Crowd.of(8, () -> reserved(ANNAS, job, 1))).containsOnly(true);

        assertThat(used(ANNAS)).isEqualTo(1);
    }

    @Test
    default void ownersKindsAndMonthsHaveQuotasOfTheirOwn() {
        Quota bens = Quota.at(BEN, WorkKind.REFINE, NOW);
        Quota generations = Quota.at(ANNA, WorkKind.GENERATE, NOW);
        Quota nextMonth = Quota.at(ANNA, WorkKind.REFINE, ANNAS.resetAt());
        assertThat(reserved(ANNAS, aJobId(), 1)).isTrue();

        assertThat(List.of(bens, generations, nextMonth))
                .allSatisfy(quota -> assertThat(used(quota)).isZero())
                .allSatisfy(quota -> assertThat(reserved(quota, aJobId(), 1)).isTrue());
    }

    @Test
    default void shareThatIsGivenBackIsGivenToTheNext() {
        JobId job = aJobId();
        reserved(ANNAS, job, 1);

        write(writer -> writer.releaseQuota(job));
        assertThat(used(ANNAS)).isZero();
        write(writer -> writer.releaseQuota(job));
        assertThat(used(ANNAS)).as("given back twice").isZero();

        assertThat(reserved(ANNAS, aJobId(), 1)).isTrue();
        assertThat(reserved(ANNAS, job, 1)).as("no share is left").isFalse();
        assertThat(reserved(ANNAS, job, 2)).as("a retry takes a new one").isTrue();
    }

    @Test
    default void shareThatIsUsedIsNotGivenBack() {
        JobId job = aJobId();
        reserved(ANNAS, job, 1);

        write(writer -> writer.settleQuota(job));
        write(writer -> writer.settleQuota(job));
        write(writer -> writer.releaseQuota(job));

        assertThat(used(ANNAS)).isEqualTo(1);
        assertThat(reserved(ANNAS, job, 1)).as("it is still the job's").isTrue();
    }

    @Test
    default void jobWithoutAShareHasNothingToSettleOrGiveBack() {
        reserved(ANNAS, aJobId(), 1);

        write(writer -> writer.settleQuota(aJobId()));
        write(writer -> writer.releaseQuota(aJobId()));

        assertThat(used(ANNAS)).isEqualTo(1);
    }

    @Test
    default void failedTransactionTakesNoShare() {
        JobId job = aJobId();

        writeInVain(writer -> writer.reserve(ANNAS, job, 1));

        assertThat(used(ANNAS)).isZero();
        assertThat(reserved(ANNAS, aJobId(), 1)).isTrue();
    }

    @Test
    default void taskHasOneLeaderUntilItsLeaseRunsOut() {
        Lease one = new Lease("one", NOW.plusSeconds(10));
        Lease other = new Lease("other", NOW.plusSeconds(20));

        assertThat(leads("sweep", one, NOW)).as("nobody leads").isTrue();
        assertThat(leads("sweep", other, NOW.plusSeconds(9)))
                .as("somebody leads")
                .isFalse();
        assertThat(leads("count", other, NOW)).as("another task").isTrue();
        assertThat(leads("sweep", one.extendedTo(NOW.plusSeconds(15)), NOW.plusSeconds(9)))
                .as("the leader again")
                .isTrue();
        assertThat(leads("sweep", other, NOW.plusSeconds(14)))
                .as("the longer lease")
                .isFalse();
        assertThat(leads("sweep", other, NOW.plusSeconds(15))).as("it ran out").isTrue();
        assertThat(leads("sweep", one.extendedTo(NOW.plusSeconds(30)), NOW.plusSeconds(15)))
                .as("the one before")
                .isFalse();
    }

    @Test
    default void oneOfManyLeads() {
        List<Boolean> leading = Crowd.of(8, () -> {
            String me = Thread.currentThread().getName();
            return leads("sweep", new Lease(me, NOW.plusSeconds(10)), NOW);
        });

        assertThat(leading).containsOnlyOnce(true);
    }

    private boolean leads(String task, Lease lease, Instant now) {
        return records().write(writer -> writer.lead(task, lease, now));
    }

    private boolean reserved(Quota quota, JobId job, int limit) {
        return records().write(writer -> writer.reserve(quota, job, limit));
    }

    private int used(Quota quota) {
        return records().read(reader -> reader.used(quota));
    }
}
