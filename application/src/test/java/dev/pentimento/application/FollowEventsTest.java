package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.FollowEvents.Batch;
import dev.pentimento.ports.in.FollowEvents.Subscription;
import dev.pentimento.ports.in.RefineImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FollowEventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestWorkshop workshop = new TestWorkshop(Policies::withoutWorkers);
    private Job job;
    private Journal journal;
    private EventFeed feed;

    @BeforeEach
    void submitAJobThatNobodyWorksOn() {
        job = workshop.submit(RefineImage.Command.of(workshop.upload(GREY), prompt()));
        Mint mint = new Mint(
                () -> {
                    throw new IllegalStateException("No ids are needed");
                },
                workshop.clock);
        feed = new EventFeed(workshop.records, Duration.ofMillis(5));
        journal = new Journal(workshop.records, feed, new Observers(), mint);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void beginsWithThePastAndGoesOnLive() throws InterruptedException {
        happen(3);
        try (Subscription events = followJob(0)) {
            List<Long> past = numbers(events, 4);

            happen(2);

            assertThat(past).containsExactly(1L, 2L, 3L, 4L);
            assertThat(numbers(events, 2)).containsExactly(5L, 6L);
        }
    }

    @Test
    void beginsAfterAnyPointOfThePast() throws InterruptedException {
        happen(5);
        try (Subscription events = followJob(4)) {
            assertThat(numbers(events, 2)).containsExactly(5L, 6L);
        }
    }

    @Test
    void readsALongPastPageByPage() throws InterruptedException {
        happen(1200);
        try (Subscription events = followJob(0)) {
            assertThat(numbers(events, 1201))
                    .isEqualTo(LongStream.rangeClosed(1, 1201).boxed().toList());
        }
    }

    @Test
    void hearsWhatAnotherProcessRecords() throws InterruptedException {
        try (Subscription events = followJob(0)) {
            numbers(events, 1);
            Batch none = events.next(Duration.ZERO);

            workshop.records.write(records -> records.append(event(), workshop.clock.instant()));

            assertThat(none.events()).isEmpty();
            assertThat(numbers(events, 1)).containsExactly(2L);
        }
    }

    @Test
    void whoeverDoesNotWaitHearsWhatAnotherProcessHasRecordedByThen() throws InterruptedException {
        feed = new EventFeed(workshop.records, Duration.ofHours(1));
        try (Subscription events = followJob(1)) {
            events.next(Duration.ZERO);

            workshop.records.write(records -> records.append(event(), workshop.clock.instant()));

            assertThat(events.next(Duration.ZERO).events())
                    .extracting(RecordedEvent::ofJob)
                    .containsExactly(2L);
        }
    }

    @Test
    void moreThanAPageThatWasNotToldIsReadPageByPage() throws InterruptedException {
        feed = new EventFeed(workshop.records, Duration.ofHours(1));
        try (Subscription events = followJob(1)) {
            events.next(Duration.ZERO);
            RecordedEvent last = workshop.records.write(records -> {
                for (int i = 0; i < 600; i++) {
                    records.append(event(), workshop.clock.instant());
                }
                return records.append(event(), workshop.clock.instant());
            });

            feed.publish(List.of(last));

            assertThat(numbers(events, 601))
                    .isEqualTo(LongStream.rangeClosed(2, 602).boxed().toList());
        }
    }

    @Test
    void slowSubscriberIsToldOfAGapAndMissesNothing() throws InterruptedException {
        try (Subscription events = followJob(0)) {
            numbers(events, 1);
            events.next(Duration.ZERO);
            int many = Subscriber.MOST_KEPT * 3;

            happen(many);
            Batch first = events.next(PATIENCE);
            List<Long> heard = new ArrayList<>();
            first.events().forEach(event -> heard.add(event.ofJob()));
            heard.addAll(numbers(events, many - first.events().size()));

            assertThat(first.gap()).isTrue();
            assertThat(heard)
                    .isEqualTo(LongStream.rangeClosed(2, many + 1L).boxed().toList());
        }
    }

    @Test
    void conceptTellsOfAllItsJobsByNumbersOfItsOwn() throws InterruptedException {
        Job other = workshop.submit(RefineImage.Command.of(TestWorkshop.stored("A"), prompt()));
        FollowEvents.Scope scope = new FollowEvents.OfConcept(job.concept());
        try (Subscription events = feed.subscribe(scope, 0)) {
            List<RecordedEvent> heard = hear(events, 2);

            assertThat(heard).extracting(RecordedEvent::ofConcept).containsExactly(1L, 2L);
            assertThat(heard).extracting(event -> event.event().job()).containsExactly(job.id(), other.id());
        }
    }

    @Test
    void eventsThatArrivedInAWrongOrderAreToldInTheRightOne() throws InterruptedException {
        try (Subscriber events = feed.subscribe(new FollowEvents.OfJob(job.id()), 1)) {
            events.next(Duration.ZERO);
            List<RecordedEvent> recorded = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                recorded.add(workshop.records.write(records -> records.append(event(), workshop.clock.instant())));
            }

            feed.publish(List.of(recorded.get(1), recorded.get(0)));

            assertThat(numbers(events, 2)).containsExactly(2L, 3L);
        }
    }

    @Test
    void othersPeoplesJobsCannotBeFollowed() {
        FollowEvents follow = new FollowEventsHandler(workshop.records, feed);

        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> follow.handle(
                        new FollowEvents.Query(new UserId("somebody"), new FollowEvents.OfJob(job.id()), 0)));
    }

    private Subscription followJob(long after) {
        return new FollowEventsHandler(workshop.records, feed)
                .handle(new FollowEvents.Query(UserId.LOCAL, new FollowEvents.OfJob(job.id()), after));
    }

    private void happen(int times) {
        for (int i = 0; i < times; i++) {
            journal.write(entry -> {
                entry.note(event());
                return entry;
            });
        }
    }

    private JobEvent event() {
        return new JobEvent(job.id(), "prompt_refine", JobEvent.Kind.PROGRESSED, 0.5, "");
    }

    private static List<Long> numbers(Subscription events, int count) throws InterruptedException {
        return hear(events, count).stream().map(RecordedEvent::ofJob).toList();
    }

    private static List<RecordedEvent> hear(Subscription events, int count) throws InterruptedException {
        List<RecordedEvent> heard = new ArrayList<>();
        while (heard.size() < count) {
            heard.addAll(events.next(PATIENCE).events());
        }
        return heard;
    }
}
