package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aBatchId;
import static dev.pentimento.testkit.Fixtures.aBatchOf;
import static dev.pentimento.testkit.Fixtures.aConceptId;
import static dev.pentimento.testkit.Fixtures.aConceptOf;
import static dev.pentimento.testkit.Fixtures.aJobId;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.domain.submission.KeyedSubmission;
import dev.pentimento.domain.submission.SubmissionKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A key of a submission stands for one job, a forgotten job is seen no more, and the keys of users are kept. */
interface ManyUsersPromises extends RecordsPromises {
    Set<WorkKind> EVERY_KIND = EnumSet.allOf(WorkKind.class);
    SubmissionKey KEY = new SubmissionKey("k-1", RequestHash.of(List.of("make it red")));

    @Test
    default void keyOfASubmissionStandsForItsJob() {
        Job job = recordedJobOf(ANNA);
        assertThat(submitted(ANNA)).isEmpty();

        write(writer -> writer.keep(ANNA, KEY, made(job)));

        assertThat(submitted(ANNA)).contains(new KeyedSubmission(KEY.request(), made(job)));
        assertThat(submitted(BEN)).as("another user's word").isEmpty();
    }

    @Test
    default void keyThatIsTakenIsNotTakenAgain() {
        Job job = recordedJobOf(ANNA);
        Job other = recordedJobOf(ANNA);
        write(writer -> writer.keep(ANNA, KEY, made(job)));

        refuses(writer -> writer.keep(ANNA, KEY, made(other)), KEY.key());

        assertThat(submitted(ANNA)).map(KeyedSubmission::made).contains(made(job));
    }

    @Test
    default void keyStandsForAConceptOrABatchAsWell() {
        Creation concept = new Creation.OfConcept(recorded(aConceptOf(ANNA)).id());
        Batch begun = aBatchOf(BEN);
        write(writer -> writer.add(begun));
        Creation batch = new Creation.OfBatch(begun.id());

        write(writer -> {
            writer.keep(ANNA, KEY, concept);
            writer.keep(BEN, KEY, batch);
        });

        assertThat(submitted(ANNA)).map(KeyedSubmission::made).contains(concept);
        assertThat(submitted(BEN)).map(KeyedSubmission::made).contains(batch);
        refuses(writer -> writer.keep(ANNA, KEY, concept), KEY.key());
    }

    @Test
    default void keyOfWhatIsNotRecordedIsRefused() {
        refuses(writer -> writer.keep(ANNA, KEY, new Creation.OfJob(aJobId())), KEY.key());
        refuses(writer -> writer.keep(ANNA, KEY, new Creation.OfConcept(aConceptId())), KEY.key());
        refuses(writer -> writer.keep(ANNA, KEY, new Creation.OfBatch(aBatchId())), KEY.key());
    }

    @Test
    default void failedTransactionKeepsNoKey() {
        Job job = recordedJobOf(ANNA);

        writeInVain(writer -> writer.keep(ANNA, KEY, made(job)));

        assertThat(submitted(ANNA)).isEmpty();
    }

    @Test
    default void forgottenJobIsStillRecordedButListedNoMore() {
        Job job = recordedJobOf(ANNA);
        Job other = recordedJobOf(ANNA);
        write(writer -> writer.keep(ANNA, KEY, made(job)));

        write(writer -> writer.forget(job.id()));

        read(reader -> {
            assertThat(reader.latestJobs(ANNA, 10)).containsExactly(other);
            assertThat(reader.jobsStartingWith(ANNA, job.id().toString())).isEmpty();
            assertThat(reader.isForgotten(job.id())).isTrue();
            assertThat(reader.isForgotten(other.id())).isFalse();
            assertThat(reader.job(job.id())).contains(job);
            assertThat(reader.jobs(job.concept())).contains(job);
        });
        assertThat(submitted(ANNA)).as("the key is free again").isEmpty();
    }

    @Test
    default void unknownJobCannotBeForgotten() {
        refuses(writer -> writer.forget(aJobId()), "not recorded");
    }

    @Test
    default void latestJobsAreThoseOfTheStatusesThatAreAskedFor() {
        Job waiting = recordedJobOf(ANNA);
        Job canceled = recordedJobOf(ANNA);
        replace(canceled, canceled.cancel(NOW));

        read(reader -> {
            assertThat(reader.latestJobs(ANNA, EVERY_KIND, EnumSet.of(JobStatus.PENDING), 10))
                    .containsExactly(waiting);
            assertThat(reader.latestJobs(ANNA, EVERY_KIND, EnumSet.of(JobStatus.CANCELED), 10))
                    .extracting(Job::id)
                    .containsExactly(canceled.id());
            assertThat(reader.latestJobs(ANNA, EVERY_KIND, EnumSet.allOf(JobStatus.class), 10))
                    .hasSize(2);
            assertThat(reader.latestJobs(ANNA, EVERY_KIND, EnumSet.noneOf(JobStatus.class), 10))
                    .isEmpty();
        });
    }

    @Test
    default void latestJobsAreThoseOfTheKindsThatAreAskedFor() {
        Job refining = recordedJobOf(ANNA);
        Job asking = recorded(
                aPendingJobFor(recorded(aConceptOf(ANNA)), new Work.AskQuestion(Topic.CHECKLIST, "Is it warm?", null)));

        read(reader -> {
            assertThat(reader.latestJobs(ANNA, EnumSet.of(WorkKind.ASK), EnumSet.allOf(JobStatus.class), 1))
                    .containsExactly(asking);
            assertThat(reader.latestJobs(ANNA, EnumSet.of(WorkKind.REFINE), EnumSet.allOf(JobStatus.class), 1))
                    .containsExactly(refining);
            assertThat(reader.latestJobs(ANNA, 2)).containsExactly(asking, refining);
        });
    }

    @Test
    default void lastEventIsTheOneOfTheHighestNumber() {
        Job job = recordedJobOf(ANNA);
        read(reader -> assertThat(reader.lastEvent(job.id())).isEmpty());

        write(writer -> {
            writer.append(JobEvent.ofJob(job.id(), JobEvent.Kind.SUBMITTED, 0, ""), NOW);
            writer.append(new JobEvent(job.id(), "save_outputs", JobEvent.Kind.STARTED, 0.5, "saving"), NOW);
        });

        read(reader -> assertThat(reader.lastEvent(job.id()))
                .map(event -> event.event().stage())
                .contains("save_outputs"));
    }

    @Test
    default void keyOfAUserIsFoundByItsHash() {
        GrantedKey key = aKeyOf(ANNA, 1);
        write(writer -> writer.add(key));
        write(writer -> writer.add(aKeyOf(BEN, 2)));

        read(reader -> {
            assertThat(reader.grantedKey(key.hash())).contains(key);
            assertThat(reader.grantedKey(aKeyOf(BEN, 3).hash())).isEmpty();
            assertThat(reader.grantedKeys()).containsExactly(key, aKeyOf(BEN, 2));
        });
    }

    @Test
    default void keyIsAddedOnce() {
        write(writer -> writer.add(aKeyOf(ANNA, 1)));

        refuses(writer -> writer.add(aKeyOf(BEN, 1)), aKeyOf(ANNA, 1).name());
    }

    @Test
    default void revokedKeyComesBackAsRevoked() {
        GrantedKey key = aKeyOf(ANNA, 1);
        write(writer -> writer.add(key));

        assertThat(records().<Boolean>write(writer -> writer.replace(key.revoked(NOW))))
                .isTrue();
        assertThat(records()
                        .<Boolean>write(writer -> writer.replace(aKeyOf(ANNA, 2).revoked(NOW))))
                .isFalse();

        read(reader -> assertThat(reader.grantedKey(key.hash())).contains(key.revoked(NOW)));
    }

    private static Creation made(Job job) {
        return new Creation.OfJob(job.id());
    }

    private Optional<KeyedSubmission> submitted(UserId owner) {
        return records().read(reader -> reader.submitted(owner, KEY.key()));
    }

    private static GrantedKey aKeyOf(UserId owner, int number) {
        byte[] random = new byte[ApiKey.RANDOM_BYTES];
        random[0] = (byte) number;
        return GrantedKey.of(ApiKey.of(random), owner, "build server", NOW);
    }
}
