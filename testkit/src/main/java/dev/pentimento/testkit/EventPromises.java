package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aConceptOf;
import static dev.pentimento.testkit.Fixtures.aPendingJob;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static dev.pentimento.testkit.Fixtures.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobEvent.Kind;
import dev.pentimento.domain.job.RecordedEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happened is numbered without gaps, for each job and for each concept, and can be read again from any point. */
interface EventPromises extends RecordsPromises {

    @ParameterizedTest
    @EnumSource(Kind.class)
    default void eventOfEveryKindComesBackAsItWas(Kind kind) {
        Job job = recordedJobOf(ANNA);
        JobEvent withImage = new JobEvent(
                job.id(),
                "st\u00e4ge \"1\"",
                kind,
                1.0 / 3,
                "two\nlines",
                anImage().digest());
        JobEvent plain = JobEvent.ofJob(job.id(), kind, 0, "");

        RecordedEvent first = appended(withImage);
        RecordedEvent second = appended(plain);

        assertThat(first).isEqualTo(new RecordedEvent(1, 1, job.concept(), NOW, withImage));
        assertThat(second).isEqualTo(new RecordedEvent(2, 2, job.concept(), NOW, plain));
        assertThat(events(job.id(), 0)).containsExactly(first, second);
        assertThat(events(job.concept(), 0)).containsExactly(first, second);
    }

    @Test
    default void eventsAreNumberedForTheirJobAndForTheirConcept() {
        Concept concept = recorded(aConceptOf(ANNA));
        Job one = recorded(aPendingJobFor(concept));
        Job other = recorded(aPendingJobFor(concept));
        appended(happening(recordedJobOf(ANNA)));

        RecordedEvent first = appended(happening(one));
        RecordedEvent second = appended(happening(other));
        RecordedEvent third = appended(happening(one));

        assertThat(List.of(first, second, third))
                .extracting(RecordedEvent::ofJob)
                .containsExactly(1L, 1L, 2L);
        assertThat(List.of(first, second, third))
                .extracting(RecordedEvent::ofConcept)
                .containsExactly(1L, 2L, 3L);
        assertThat(events(one.id(), 0)).containsExactly(first, third);
        assertThat(events(concept.id(), 0)).containsExactly(first, second, third);
    }

    @Test
    default void eventsAreReadFromAnyPointAndInPortions() {
        Job job = recordedJobOf(ANNA);
        for (int i = 0; i < 5; i++) {
            appended(happening(job));
        }

        read(reader -> {
            assertThat(reader.events(job.id(), 2, 2))
                    .extracting(RecordedEvent::ofJob)
                    .containsExactly(3L, 4L);
            assertThat(reader.events(job.id(), 4, 2))
                    .extracting(RecordedEvent::ofJob)
                    .containsExactly(5L);
            assertThat(reader.events(job.id(), 5, 2)).isEmpty();
            assertThat(reader.events(job.concept(), 1, 3))
                    .extracting(RecordedEvent::ofConcept)
                    .containsExactly(2L, 3L, 4L);
            assertThat(reader.events(job.concept(), 9, 3)).isEmpty();
            assertThat(reader.events(aPendingJob().id(), 0, 9)).isEmpty();
            assertThat(reader.events(aPendingJob().concept(), 0, 9)).isEmpty();
        });
    }

    @Test
    default void writerSeesTheEventsItAppended() {
        Job job = recordedJobOf(ANNA);

        write(writer -> {
            RecordedEvent first = writer.append(happening(job), NOW);
            RecordedEvent second = writer.append(happening(job), NOW);
            assertThat(writer.events(job.id(), 0, 9)).containsExactly(first, second);
        });

        assertThat(events(job.id(), 0)).hasSize(2);
    }

    @Test
    default void eventsOfSeveralJobsAreAppendedInTheirOrder() {
        Concept concept = recorded(aConceptOf(ANNA));
        Job one = recorded(aPendingJobFor(concept));
        Job two = recorded(aPendingJobFor(concept));

        List<RecordedEvent> appended = records()
                .write(writer ->
                        writer.append(List.of(happening(one), happening(one), happening(two), happening(one)), NOW));

        assertThat(appended).extracting(RecordedEvent::ofJob).containsExactly(1L, 2L, 1L, 3L);
        assertThat(appended).extracting(RecordedEvent::ofConcept).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events(concept.id(), 0)).isEqualTo(appended);
        assertThat(records().<List<RecordedEvent>>write(writer -> writer.append(List.of(), NOW)))
                .isEmpty();
    }

    @Test
    default void eventNeedsItsJob() {
        Job unknown = aPendingJob();

        refuses(writer -> writer.append(happening(unknown), NOW), unknown.id());
    }

    @Test
    default void failedTransactionUsesNoNumber() {
        Job job = recordedJobOf(ANNA);
        appended(happening(job));

        writeInVain(writer -> writer.append(happening(job), NOW));

        assertThat(appended(happening(job)).ofJob()).isEqualTo(2);
        assertThat(events(job.concept(), 0)).hasSize(2);
    }

    @Test
    default void manyWhoAppendAtOnceLeaveNoGap() {
        Concept concept = recorded(aConceptOf(ANNA));
        List<Job> jobs = List.of(
                recorded(aPendingJobFor(concept)),
                recorded(aPendingJobFor(concept)),
                recorded(aPendingJobFor(concept)));
        AtomicInteger next = new AtomicInteger();

        Crowd.of(6, () -> {
            for (int i = 0; i < 20; i++) {
                appended(happening(jobs.get(next.getAndIncrement() % jobs.size())));
            }
            return true;
        });

        List<RecordedEvent> all = events(concept.id(), 0);
        assertThat(all).extracting(RecordedEvent::ofConcept).isEqualTo(upTo(120));
        for (Job job : jobs) {
            assertThat(events(job.id(), 0)).extracting(RecordedEvent::ofJob).isEqualTo(upTo(40));
            assertThat(all)
                    .filteredOn(event -> event.event().job().equals(job.id()))
                    .isEqualTo(events(job.id(), 0));
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static JobEvent happening(Job job) {
        return new JobEvent(job.id(), "load_base_image", Kind.STARTED, 0.25, "");
    }

    private RecordedEvent appended(JobEvent event) {
        return records().write(writer -> writer.append(event, NOW));
    }

    private List<RecordedEvent> events(JobId job, long after) {
        return records().read(reader -> reader.events(job, after, 1000));
    }

    private List<RecordedEvent> events(ConceptId concept, long after) {
        return records().read(reader -> reader.events(concept, after, 1000));
    }
}
