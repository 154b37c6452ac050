package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aChildOf;
import static dev.pentimento.testkit.Fixtures.aConcept;
import static dev.pentimento.testkit.Fixtures.aConceptOf;
import static dev.pentimento.testkit.Fixtures.aJobId;
import static dev.pentimento.testkit.Fixtures.aPendingJob;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static dev.pentimento.testkit.Fixtures.aVersionId;
import static dev.pentimento.testkit.Fixtures.anImage;
import static dev.pentimento.testkit.Fixtures.anOriginalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all records promise; every adapter of {@link Records} has a test that extends this. */
public abstract class RecordsContract
        implements TicketPromises,
                LedgerPromises,
                EventPromises,
                QuotaPromises,
                ManyUsersPromises,
                RunPromises,
                PagePromises {
    /** The same records throughout a test, and empty when it begins. */
    @Override
    public abstract Records records();

    @Test
    void conceptComesBackAsItWas() {
        Brief brief = new Brief("\"fox\"\n\u00e4\u6f22\ud83e\udd8a'; drop table concepts", "tab\there", "");
        Concept concept = new Concept(Fixtures.aConceptId(), ANNA, brief, NOW);

        write(writer -> writer.add(concept));

        assertThat(concept(concept.id())).contains(concept);
    }

    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.EveryKind#moments")
    void momentComesBackAsItWas(Instant moment) {
        Concept concept = new Concept(Fixtures.aConceptId(), ANNA, Brief.EMPTY, moment);

        write(writer -> writer.add(concept));

        assertThat(concept(concept.id())).contains(concept);
    }

    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.EveryKind#origins")
    void versionOfEveryOriginComesBackAsItWas(Origin origin) {
        Concept concept = recorded(aConcept());
        Version version = anOriginalOf(concept, anImage(), origin);

        write(writer -> writer.add(version));

        assertThat(version(version.id())).contains(version);
    }

    @ParameterizedTest
    @MethodSource({"dev.pentimento.testkit.EveryKind#works", "dev.pentimento.testkit.EveryKind#questions"})
    void jobWithEveryWorkComesBackAsItWas(Work work) {
        Concept concept = recorded(aConcept());
        Job job = aPendingJobFor(concept, work);

        write(writer -> writer.add(job));

        assertThat(job(job.id())).contains(job);
    }

    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.EveryKind#providers")
    void choiceOfProviderComesBackAsItWas(ProviderChoice provider) {
        Concept concept = recorded(aConcept());
        Job job = Job.submit(aJobId(), ANNA, concept.id(), Fixtures.aGeneration(), provider, NOW);

        write(writer -> writer.add(job));

        assertThat(job(job.id())).contains(job);
    }

    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.EveryKind#states")
    void jobInEveryStateComesBackAsItWas(JobState state) {
        Concept concept = recorded(aConcept());
        Job pending = recorded(aPendingJobFor(concept));
        Job moved = new Job(
                pending.id(),
                pending.owner(),
                pending.concept(),
                pending.work(),
                pending.provider(),
                state,
                1,
                pending.createdAt(),
                NOW,
                NOW.plusNanos(1));

        assertThat(replace(pending, moved)).isTrue();

        assertThat(job(pending.id())).contains(moved);
    }

    @Test
    void nothingIsFoundInEmptyRecords() {
        Version unknown = anOriginalOf(aConcept());

        records().<Object>read(reader -> {
            assertThat(reader.concept(unknown.concept())).isEmpty();
            assertThat(reader.concepts(ANNA)).isEmpty();
            assertThat(reader.lastWorkedOn(ANNA)).isEmpty();
            assertThat(reader.version(unknown.id())).isEmpty();
            assertThat(reader.versions(unknown.concept())).isEmpty();
            assertThat(reader.versionsHolding(ANNA, unknown.image().digest())).isEmpty();
            assertThat(reader.versionsStartingWith(ANNA, "")).isEmpty();
            assertThat(reader.job(aJobId())).isEmpty();
            assertThat(reader.jobs(unknown.concept())).isEmpty();
            return reader;
        });
    }

    @Test
    void conceptsOfAnOwnerComeNewestFirst() {
        Concept first = recorded(aConceptOf(ANNA));
        recorded(aConceptOf(BEN));
        Concept second = recorded(aConceptOf(ANNA));

        assertThat(concepts(ANNA)).containsExactly(second, first);
    }

    @Test
    void conceptsOfEverybodyComeInTheOrderInWhichTheyWereAdded() {
        Concept first = recorded(aConceptOf(ANNA));
        Concept second = recorded(aConceptOf(BEN));

        assertThat(records().read(RecordReader::allConcepts)).containsExactly(first.id(), second.id());
    }

    @Test
    void conceptThatGainedAVersionOrAJobLastWasWorkedOnLast() {
        Concept first = recorded(aConceptOf(ANNA));
        Concept second = recorded(aConceptOf(ANNA));

        assertThat(lastWorkedOn(ANNA)).isEmpty();
        recorded(anOriginalOf(second));
        assertThat(lastWorkedOn(ANNA)).contains(second);
        recorded(anOriginalOf(first));
        assertThat(lastWorkedOn(ANNA)).contains(first);
        recorded(aPendingJobFor(second));
        assertThat(lastWorkedOn(ANNA)).contains(second);
        assertThat(lastWorkedOn(BEN)).isEmpty();
    }

    @Test
    void conceptWithoutVersionsWasNotWorkedOn() {
        Concept first = recorded(aConceptOf(ANNA));
        Concept empty = recorded(aConceptOf(ANNA));
        recorded(anOriginalOf(first));

        recorded(aPendingJobFor(empty));

        assertThat(lastWorkedOn(ANNA)).contains(first);
    }

    @Test
    void versionsComeInTheOrderOfAdding() {
        Concept concept = recorded(aConcept());
        Version original = recorded(anOriginalOf(concept));
        recorded(anOriginalOf(recorded(aConcept())));
        Version older = recorded(madeAt(NOW.minusSeconds(60), aChildOf(original)));
        Version reference = recorded(anOriginalOf(concept));
        Version merged = recorded(aChildOf(older, reference, original));

        List<Version> versions = versions(concept.id());

        assertThat(versions).containsExactly(original, older, reference, merged);
    }

    @Test
    void parentsKeepTheirOrder() {
        Concept concept = recorded(aConcept());
        Version a = recorded(anOriginalOf(concept));
        Version b = recorded(anOriginalOf(concept));
        Version c = recorded(anOriginalOf(concept));
        Version forward = recorded(aChildOf(a, b, c));
        Version backward = recorded(aChildOf(c, b, a));

        records().<Object>read(reader -> {
            assertThat(reader.version(forward.id())).contains(forward);
            assertThat(reader.version(backward.id())).contains(backward);
            assertThat(reader.versionsStartingWith(concept.owner(), "")).startsWith(backward, forward);
            assertThat(reader.versionsHolding(concept.owner(), backward.image().digest()))
                    .containsExactly(backward);
            return reader;
        });
    }

    @Test
    void versionsAreFoundByTheirImageAndByTheFileTheyCameFrom() {
        Concept concept = recorded(aConceptOf(ANNA));
        Image image = anImage();
        Version imported = recorded(anOriginalOf(concept, anImage(), new Origin.Imported("fox.png", image)));
        Version generated = recorded(anOriginalOf(concept, image, new Origin.Generated(aJobId())));
        Version both = recorded(anOriginalOf(concept, image, new Origin.Imported("fox.png", image)));
        recorded(anOriginalOf(concept));
        recorded(anOriginalOf(recorded(aConceptOf(BEN)), image, new Origin.Generated(aJobId())));

        List<Version> found = records().read(reader -> reader.versionsHolding(ANNA, image.digest()));

        assertThat(found).containsExactly(both, generated, imported);
    }

    @Test
    void versionsAreFoundByTheBeginningOfTheirId() {
        Concept concept = recorded(aConceptOf(ANNA));
        Version first = recorded(anOriginalOf(concept));
        Version second = recorded(anOriginalOf(concept));
        recorded(anOriginalOf(recorded(aConceptOf(BEN))));

        assertThat(startingWith("")).containsExactly(second, first);
        assertThat(startingWith(first.id().toString().substring(0, 9))).containsExactly(first);
        assertThat(startingWith(first.id().toString())).containsExactly(first);
        assertThat(startingWith(first.id() + "0")).isEmpty();
        assertThat(startingWith("%")).isEmpty();
        assertThat(startingWith("_")).isEmpty();
        assertThat(startingWith("xyz")).isEmpty();
    }

    @Test
    void newestJobsOfAnOwnerComeFirst() {
        Job first = recordedJobOf(ANNA);
        Job second = recordedJobOf(ANNA);
        recordedJobOf(BEN);
        Job third = recordedJobOf(ANNA);

        assertThat(latestJobs(9)).containsExactly(third, second, first);
        assertThat(latestJobs(2)).containsExactly(third, second);
        assertThat(latestJobs(0)).isEmpty();
    }

    @Test
    void jobsOfAllOwnersAreCountedByStatus() {
        assertThat(records().read(RecordReader::jobsByStatus)).isEmpty();

        recordedJobOf(ANNA);
        recordedJobOf(BEN);

        assertThat(records().read(RecordReader::jobsByStatus)).containsExactly(Map.entry(JobStatus.PENDING, 2L));
    }

    @Test
    void jobsWaitUntilTheyAreBegun() {
        assertThat(waiting()).isZero();
        recordedJobOf(ANNA);
        Job begun = recordedJobOf(ANNA);
        recordedJobOf(BEN);
        assertThat(waiting()).isEqualTo(3);

        replace(begun, begun.start(NOW));

        assertThat(waiting()).isEqualTo(2);
    }

    private long waiting() {
        return records()
                .read(reader -> IntStream.rangeClosed(1, 9)
                        .takeWhile(reader::areWaiting)
                        .count());
    }

    @Test
    void jobsAreFoundByTheBeginningOfTheirId() {
        Job first = recordedJobOf(ANNA);
        Job second = recordedJobOf(ANNA);
        recordedJobOf(BEN);

        assertThat(jobsStartingWith("")).containsExactly(second, first);
        assertThat(jobsStartingWith(first.id().toString().substring(0, 9))).containsExactly(first);
        assertThat(jobsStartingWith(first.id().toString())).containsExactly(first);
        assertThat(jobsStartingWith(first.id() + "0")).isEmpty();
        assertThat(jobsStartingWith("%")).isEmpty();
        assertThat(jobsStartingWith("xyz")).isEmpty();
    }

    @Test
    void jobsComeInTheOrderOfAdding() {
        Concept concept = recorded(aConcept());
        Job first = recorded(aPendingJobFor(concept));
        recorded(aPendingJobFor(recorded(aConcept())));
        Job second = recorded(aPendingJobFor(concept));
        replace(first, first.start(NOW));

        assertThat(jobs(concept.id())).containsExactly(first.start(NOW), second);
    }

    @Test
    void writerSeesWhatItWrote() {
        Concept concept = aConcept();
        Version version = anOriginalOf(concept);

        write(writer -> {
            writer.add(concept);
            writer.add(version);
            assertThat(writer.concept(concept.id())).contains(concept);
            assertThat(writer.versions(concept.id())).containsExactly(version);
        });
    }

    @Test
    void nothingIsAddedTwice() {
        Concept concept = recorded(aConcept());
        Version version = recorded(anOriginalOf(concept));
        Job job = recorded(aPendingJobFor(concept));

        refuses(writer -> writer.add(concept), concept.id());
        refuses(writer -> writer.add(version), version.id());
        refuses(writer -> writer.add(job), job.id());
        assertThat(versions(concept.id())).containsExactly(version);
    }

    @Test
    void manyAreAddedAtOnceAsOneAfterTheOther() {
        Concept concept = recorded(aConcept());
        Concept other = recorded(aConcept());
        Version original = anOriginalOf(concept);
        Version child = aChildOf(original);
        Version grandchild = aChildOf(child, original);
        Version elsewhere = anOriginalOf(other);
        List<Job> jobs = List.of(aPendingJobFor(concept), aPendingJobFor(other), aPendingJobFor(concept));

        write(writer -> {
            writer.addVersions(List.of(original, child, grandchild, elsewhere));
            writer.addJobs(jobs);
            writer.addVersions(List.of());
            writer.addJobs(List.of());
        });

        assertThat(versions(concept.id())).containsExactly(original, child, grandchild);
        assertThat(versions(other.id())).containsExactly(elsewhere);
        assertThat(job(jobs.get(2).id())).contains(jobs.get(2));
        refuses(writer -> writer.addVersions(List.of(anOriginalOf(concept), child)), child.id());
        refuses(
                writer -> writer.addJobs(List.of(aPendingJobFor(concept), jobs.get(0))),
                jobs.get(0).id());
    }

    @Test
    void manyAreRefusedForWhatOneIsRefusedFor() {
        Concept concept = recorded(aConcept());
        Version original = anOriginalOf(concept);
        Version child = aChildOf(original);
        Version stray = anOriginalOf(aConcept());

        refuses(writer -> writer.addVersions(List.of(child, original)), original.id());
        refuses(writer -> writer.addVersions(List.of(original, original)), original.id());
        refuses(writer -> writer.addVersions(List.of(original, stray)), stray.concept());
        assertThat(versions(concept.id())).isEmpty();
    }

    @Test
    void manyAreFoundByTheirIdsWhoeverOwnsThem() {
        Version annas = recorded(anOriginalOf(recorded(aConceptOf(ANNA))));
        Version bens = recorded(anOriginalOf(recorded(aConceptOf(BEN))));
        Job job = recorded(aPendingJobFor(recorded(aConceptOf(BEN))));
        recorded(anOriginalOf(recorded(aConcept())));

        records().read(reader -> {
            assertThat(reader.versionsNamed(List.of(bens.id(), aVersionId(), annas.id(), bens.id())))
                    .containsExactlyInAnyOrder(annas, bens);
            assertThat(reader.jobsNamed(List.of(aJobId(), job.id()))).containsExactly(job);
            assertThat(reader.versionsNamed(List.of())).isEmpty();
            return job;
        });
    }

    @Test
    void versionAndJobNeedTheirConcept() {
        Version version = anOriginalOf(aConcept());
        Job job = aPendingJob();

        refuses(writer -> writer.add(version), version.concept());
        refuses(writer -> writer.add(job), job.concept());
    }

    @Test
    void versionNeedsItsParentsInItsConcept() {
        Version known = recorded(anOriginalOf(recorded(aConcept())));
        Version elsewhere = recorded(anOriginalOf(recorded(aConcept())));
        Version unknown =
                new Version(aVersionId(), known.concept(), anImage(), List.of(), new Origin.Refined(aJobId()), NOW);

        refuses(writer -> writer.add(aChildOf(known, elsewhere)), elsewhere.id());
        refuses(writer -> writer.add(aChildOf(known, unknown)), unknown.id());
        assertThat(versions(known.concept())).containsExactly(known);
    }

    @Test
    void refusedAdditionLeavesTheTransactionUsable() {
        Concept concept = recorded(aConcept());
        Version version = anOriginalOf(concept);

        write(writer -> {
            assertThatIllegalArgumentException().isThrownBy(() -> writer.add(concept));
            writer.add(version);
        });

        assertThat(version(version.id())).contains(version);
    }

    @Test
    void jobIsReplacedOnlyFromTheStateItIsIn() {
        Job pending = recorded(aPendingJobFor(recorded(aConcept())));
        Job processing = pending.start(NOW);

        assertThat(replace(pending, processing)).isTrue();
        assertThat(replace(pending, pending.cancel(NOW))).isFalse();
        assertThat(job(pending.id())).contains(processing);
    }

    @Test
    void jobIsReplacedOnlyInTheAttemptItIsIn() {
        Job pending = recorded(aPendingJobFor(recorded(aConcept())));
        Job first = pending.start(NOW);
        Job requeued = first.requeue();
        Job second = requeued.start(NOW);
        replace(pending, first);
        replace(first, requeued);
        replace(requeued, second);

        assertThat(replace(first, first.cancel(NOW))).isFalse();
        assertThat(replace(pending, pending.cancel(NOW))).isFalse();
        assertThat(job(pending.id())).contains(second);
    }

    @Test
    void unknownJobIsNotReplaced() {
        Job unknown = aPendingJobFor(recorded(aConcept()));

        assertThat(replace(unknown, unknown.start(NOW))).isFalse();
        assertThat(job(unknown.id())).isEmpty();
    }

    @Test
    void jobIsNotReplacedByAnotherOne() {
        Concept concept = recorded(aConcept());
        Job one = recorded(aPendingJobFor(concept));
        Job other = recorded(aPendingJobFor(concept));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> replace(one, other))
                .withMessageContaining(one.id().toString())
                .withMessageContaining(other.id().toString());
    }

    @Test
    void failedTransactionLeavesNothing() {
        Concept concept = aConcept();
        RuntimeException trouble = new RuntimeException("in the middle of it");

        assertThatThrownBy(() -> write(writer -> {
                    writer.add(concept);
                    writer.add(anOriginalOf(concept));
                    throw trouble;
                }))
                .isSameAs(trouble);

        assertThat(concept(concept.id())).isEmpty();
        assertThat(recorded(concept)).isEqualTo(concept);
    }

    @Test
    void transactionReturnsWhatItsWorkReturns() {
        String written = records().write(writer -> "written");
        String read = records().read(reader -> "read");

        assertThat(written).isEqualTo("written");
        assertThat(read).isEqualTo("read");
    }

    @Test
    void transactionsDoNotNest() {
        refusesToNest(() -> write(writer -> write(inner -> {})));
        refusesToNest(() -> write(writer -> read(inner -> {})));
        refusesToNest(() -> read(reader -> write(inner -> {})));
        refusesToNest(() -> read(reader -> read(inner -> {})));

        Concept concept = recorded(aConcept());
        assertThat(concept(concept.id())).isPresent();
    }

    @Test
    void readerAndWriterEndWithTheirTransaction() {
        RecordReader reader = records().read(r -> r);
        RecordWriter writer = records().write(w -> w);

        assertThatIllegalStateException().isThrownBy(() -> reader.concepts(ANNA));
        assertThatIllegalStateException().isThrownBy(() -> writer.add(aConcept()));
    }

    @Test
    void closedRecordsRefuseToWork() {
        records().close();

        assertThatIllegalStateException().isThrownBy(() -> read(reader -> {}));
        assertThatIllegalStateException().isThrownBy(() -> write(writer -> {}));
    }

    @Test
    void closingTwiceIsHarmless() {
        records().close();
        records().close();
    }

    @Test
    void interruptedThreadRecordsAllTheSame() {
        Concept concept = aConcept();

        Thread.currentThread().interrupt();
        recorded(concept);
        Optional<Concept> read = concept(concept.id());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(read).contains(concept);
    }

    @Test
    void readerKeepsSeeingOneStateWhileOthersWrite() {
        Concept before = recorded(aConceptOf(ANNA));

        read(reader -> {
            assertThat(reader.concepts(ANNA)).containsExactly(before);
            Crowd.elsewhere(() -> recorded(aConceptOf(ANNA)));
            assertThat(reader.concepts(ANNA)).containsExactly(before);
        });

        assertThat(concepts(ANNA)).hasSize(2);
    }

    @Test
    void unfinishedWorkIsInvisibleToOthers() {
        Concept concept = aConcept();

        write(writer -> {
            writer.add(concept);
            assertThat(Crowd.elsewhere(() -> concept(concept.id()))).isEmpty();
        });

        assertThat(concept(concept.id())).isPresent();
    }

    @Test
    void writersHaveNoRivals() {
        Job job = recorded(aPendingJobFor(recorded(aConcept())));

        Crowd.of(4, () -> startAndRequeue(job, 10));

        assertThat(job(job.id()).orElseThrow().attempt()).isEqualTo(40);
    }

    @Test
    void oneOfManyWhoMoveAJobSucceeds() {
        Job job = recorded(aPendingJobFor(recorded(aConcept())));

        List<Boolean> moved = Crowd.of(6, () -> replace(job, job.start(NOW)));

        assertThat(moved).containsOnlyOnce(true);
    }

    private boolean startAndRequeue(Job job, int times) {
        for (int i = 0; i < times; i++) {
            records().write(writer -> {
                Job current = writer.job(job.id()).orElseThrow();
                Job started = current.start(NOW);
                return writer.replace(current, started) && writer.replace(started, started.requeue());
            });
        }
        return true;
    }

    private Optional<Concept> lastWorkedOn(UserId owner) {
        return records().read(reader -> reader.lastWorkedOn(owner));
    }

    private Optional<Concept> concept(ConceptId id) {
        return records().read(reader -> reader.concept(id));
    }

    private List<Concept> concepts(UserId owner) {
        return records().read(reader -> reader.concepts(owner));
    }

    private Optional<Version> version(VersionId id) {
        return records().read(reader -> reader.version(id));
    }

    private List<Version> versions(ConceptId concept) {
        return records().read(reader -> reader.versions(concept));
    }

    private List<Job> jobs(ConceptId concept) {
        return records().read(reader -> reader.jobs(concept));
    }

    private List<Job> latestJobs(int limit) {
        return records().read(reader -> reader.latestJobs(ANNA, limit));
    }

    private List<Job> jobsStartingWith(String prefix) {
        return records().read(reader -> reader.jobsStartingWith(ANNA, prefix));
    }

    private List<Version> startingWith(String prefix) {
        return records().read(reader -> reader.versionsStartingWith(ANNA, prefix));
    }

    private static void refusesToNest(Runnable nesting) {
        assertThatIllegalStateException().isThrownBy(nesting::run).withMessageContaining("transaction");
    }

    private static Version madeAt(Instant moment, Version version) {
        return new Version(
                version.id(), version.concept(), version.image(), version.parents(), version.origin(), moment);
    }
}
