package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.JobDispatcher.Capability;
import dev.pentimento.ports.out.JobDispatcher.Delivery;
import dev.pentimento.ports.out.JobDispatcher.Dispatch;
import dev.pentimento.ports.out.JobDispatcher.JobHandler;
import dev.pentimento.ports.out.JobDispatcher.Outcome;
import dev.pentimento.ports.out.JobDispatcher.Stop;
import dev.pentimento.ports.out.JobDispatcher.WorkerSettings;
import dev.pentimento.ports.out.JobDispatcher.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link JobDispatcher} promises; what it does not declare to be capable of is not asked. */
@Timeout(120)
public abstract class JobDispatcherContract {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);
    /** How long to watch that something does not happen. */
    private static final Duration A_WHILE = Duration.ofMillis(400);

    private static final Duration NO_TIME = Duration.ofMillis(50);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Deliveries delivered = new Deliveries();
    private final List<JobDispatcher> opened = new ArrayList<>();
    private JobDispatcher dispatcher;

    /** A new one, without workers and without jobs. */
    protected abstract JobDispatcher dispatcher();

    /** Another one for the jobs of the last {@link #dispatcher}; asked for only where that is {@link Capability#DURABLE}. */
    protected JobDispatcher another() {
        throw new AssertionError("A dispatcher that is durable needs another one in its test");
    }

    /** Lets go of what the dispatchers needed, when they are closed. */
    protected void letGo() {}

    @BeforeEach
    void open() {
        dispatcher = dispatcher();
        opened.add(dispatcher);
    }

    @AfterEach
    void close() {
        delivered.release();
        opened.forEach(JobDispatcher::close);
        letGo();
    }

    @Test
    void deliversWhatIsDispatched() {
        JobId job = Fixtures.aJobId();
        start(1, delivered::done);

        dispatch(job);

        assertThat(delivered.next().job()).isEqualTo(job);
    }

    @Test
    void deliversWhatWasDispatchedBeforeThereWereWorkers() {
        JobId job = Fixtures.aJobId();
        dispatch(job);

        start(1, delivered::done);

        assertThat(delivered.next().job()).isEqualTo(job);
    }

    @Test
    void dispatchDoesNotWaitForTheWork() {
        start(1, delivered::heldUp);

        dispatch(Fixtures.aJobId());
        delivered.next();

        assertThat(delivered.isHeldUp()).isTrue();
    }

    @Test
    void losesNoneOfFiftyAndWorksOnNoMoreAtATimeThanAsked() {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch twoAtWork = new CountDownLatch(2);
        start(2, delivery -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            twoAtWork.countDown();
            Deliveries.await(twoAtWork);
            atWork.decrementAndGet();
            return delivered.done(delivery);
        });

        List<JobId> jobs = Stream.generate(Fixtures::aJobId).limit(50).toList();
        jobs.forEach(this::dispatch);

        assertThat(delivered.next(50)).extracting(Delivery::job).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(most).hasValue(2);
    }

    @Test
    void eachDeliveryHasAnIdOfItsOwn() {
        JobId job = Fixtures.aJobId();
        start(1, delivery -> delivered.retried(delivery, Instant.EPOCH, 3));

        dispatch(job);
        List<Delivery> first = delivered.next(3);
        dispatch(job);
        List<Delivery> second = delivered.next(3);

        assertThat(Stream.concat(first.stream(), second.stream()).map(Delivery::deliveryId))
                .doesNotHaveDuplicates();
    }

    @Test
    void countsDeliveriesFromOne() {
        start(1, delivery -> delivered.retried(delivery, Instant.EPOCH, 2));

        dispatch(Fixtures.aJobId());

        assertThat(delivered.next().count()).isEqualTo(1);
    }

    @Test
    void deliversAgainWhenTheHandlerThrew() {
        JobId job = Fixtures.aJobId();
        start(1, delivery -> {
            if (delivered.isFirst(delivery)) {
                delivered.done(delivery);
                throw new IllegalStateException("Thrown on purpose");
            }
            return delivered.done(delivery);
        });

        dispatch(job);

        assertThat(delivered.next(2)).extracting(Delivery::job).containsExactly(job, job);
    }

    @Test
    void retriesNotBeforeTheMoment() {
        assumeCapable(Capability.DELAYED_DISPATCH);
        Instant later = Instant.now().plus(Duration.ofMillis(700));
        start(1, delivery -> delivered.retried(delivery, later, 2));

        dispatch(Fixtures.aJobId());
        delivered.next(2);

        assertThat(Instant.now()).isAfterOrEqualTo(later);
    }

    @Test
    void holdsBackWhatIsNotDueYet() {
        assumeCapable(Capability.DELAYED_DISPATCH);
        Instant later = Instant.now().plus(Duration.ofMillis(700));
        start(1, delivered::done);

        dispatcher.dispatch(new Dispatch(Fixtures.aJobId(), "lane", Priority.NORMAL, 0, later));
        delivered.next();

        assertThat(Instant.now()).isAfterOrEqualTo(later);
    }

    @Test
    void keepsAJobThatTakesLongerThanItsLease() {
        start(2, delivered::heldUp);

        dispatch(Fixtures.aJobId());
        Delivery delivery = delivered.next();

        assertThat(delivered.within(LEASE.multipliedBy(5).dividedBy(2))).isEmpty();
        assertThat(delivery.stop()).isEmpty();
    }

    @Test
    void saysThatAJobWasCancelled() {
        assumeCapable(Capability.CANCEL_SIGNAL);
        start(2, delivered::heldUp);
        dispatch(Fixtures.aJobId());
        dispatch(Fixtures.aJobId());
        Delivery cancelled = delivered.next();
        Delivery other = delivered.next();

        dispatcher.signalCancel(cancelled.job());

        Patience.await(() -> cancelled.stop().isPresent());
        assertThat(cancelled.stop()).contains(Stop.CANCEL_SIGNALLED);
        assertThat(other.stop()).isEmpty();
    }

    @Test
    void saysNothingOfCancelsThatItCannotPassOn() {
        assumeTrue(!dispatcher.capabilities().contains(Capability.CANCEL_SIGNAL));
        start(1, delivered::heldUp);
        dispatch(Fixtures.aJobId());
        Delivery delivery = delivered.next();

        dispatcher.signalCancel(delivery.job());

        assertThat(delivery.stop()).isEmpty();
    }

    @Test
    void deliversOnceWhatWasDispatchedTwiceWhileItWaited() {
        assumeCapable(Capability.COALESCES_BY_JOB);
        JobId job = Fixtures.aJobId();
        JobId last = Fixtures.aJobId();
        dispatch(job);
        dispatch(job);
        dispatcher.dispatch(new Dispatch(last, "lane", Priority.LOW, 9, Instant.now()));

        start(1, delivered::done);

        assertThat(delivered.next(2)).extracting(Delivery::job).containsExactly(job, last);
        assertThat(delivered.within(A_WHILE)).isEmpty();
    }

    @Test
    void deliversOnceMoreAfterwardsWhatIsDispatchedWhileItIsBeingWorkedOn() {
        assumeCapable(Capability.COALESCES_BY_JOB);
        JobId job = Fixtures.aJobId();
        start(2, delivered::heldUp);
        dispatch(job);
        delivered.next();

        dispatch(job);
        dispatch(job);

        assertThat(delivered.within(A_WHILE)).as("while at work").isEmpty();
        delivered.release();
        assertThat(delivered.next().job()).as("afterwards").isEqualTo(job);
        assertThat(delivered.within(A_WHILE)).as("after that").isEmpty();
    }

    @Test
    void theEarlierOfTwoMomentsCounts() {
        assumeCapable(Capability.DELAYED_DISPATCH);
        assumeCapable(Capability.COALESCES_BY_JOB);
        JobId movedUp = Fixtures.aJobId();
        JobId notPutOff = Fixtures.aJobId();
        Instant later = Instant.now().plus(Duration.ofHours(1));
        dispatcher.dispatch(new Dispatch(movedUp, "lane", Priority.NORMAL, 0, later));
        dispatch(movedUp);
        dispatch(notPutOff);
        dispatcher.dispatch(new Dispatch(notPutOff, "lane", Priority.NORMAL, 0, later));

        start(1, delivered::done);

        assertThat(delivered.next(2)).extracting(Delivery::job).containsExactlyInAnyOrder(movedUp, notPutOff);
    }

    @Test
    void theMomentOfADispatchCountsAgainstThatOfARetry() {
        assumeCapable(Capability.DELAYED_DISPATCH);
        assumeCapable(Capability.COALESCES_BY_JOB);
        JobId job = Fixtures.aJobId();
        start(1, delivery -> {
            delivered.heldUp(delivery);
            return new Outcome.Retry(Instant.now().plus(Duration.ofHours(1)), "much later");
        });
        dispatch(job);
        delivered.next();

        dispatch(job);
        delivered.release();

        assertThat(delivered.next().job()).isEqualTo(job);
    }

    @Test
    void thoseOfHigherPriorityGoFirstAndThenThoseWithTheLowerTurn() {
        JobId low = Fixtures.aJobId();
        JobId normalLate = Fixtures.aJobId();
        JobId normalSoon = Fixtures.aJobId();
        JobId high = Fixtures.aJobId();
        start(1, delivered::heldUp);
        dispatch(Fixtures.aJobId());
        delivered.next();

        dispatcher.dispatch(new Dispatch(low, "lane", Priority.LOW, 0, Instant.now()));
        dispatcher.dispatch(new Dispatch(normalLate, "lane", Priority.NORMAL, 5, Instant.now()));
        dispatcher.dispatch(new Dispatch(normalSoon, "lane", Priority.NORMAL, 1, Instant.now()));
        dispatcher.dispatch(new Dispatch(high, "lane", Priority.HIGH, 9, Instant.now()));
        delivered.release();

        assertThat(delivered.next(4)).extracting(Delivery::job).containsExactly(high, normalSoon, normalLate, low);
    }

    @Test
    void leavesTheLanesAloneThatWereNotNamed() {
        JobId known = Fixtures.aJobId();
        dispatcher.dispatch(new Dispatch(Fixtures.aJobId(), "elsewhere", Priority.HIGH, 0, Instant.now()));
        dispatch(known);

        start(1, delivered::done);

        assertThat(delivered.next().job()).isEqualTo(known);
        assertThat(delivered.within(A_WHILE)).isEmpty();
    }

    @Test
    void movesAJobToTheLaneItWasDispatchedToLast() {
        assumeCapable(Capability.COALESCES_BY_JOB);
        JobId job = Fixtures.aJobId();
        dispatcher.dispatch(new Dispatch(job, "elsewhere", Priority.NORMAL, 0, Instant.now()));
        dispatch(job);

        start(1, delivered::done);

        assertThat(delivered.next().job()).isEqualTo(job);
    }

    @Test
    void movesAJobThatIsBeingWorkedOnAfterwards() {
        assumeCapable(Capability.COALESCES_BY_JOB);
        JobId job = Fixtures.aJobId();
        start(1, delivered::heldUp);
        dispatch(job);
        delivered.next();

        dispatcher.dispatch(new Dispatch(job, "elsewhere", Priority.NORMAL, 0, Instant.now()));
        delivered.release();

        assertThat(delivered.within(A_WHILE)).isEmpty();
    }

    @Test
    void workersAreStartedOnce() {
        start(1, delivered::done);

        assertThatIllegalStateException().isThrownBy(() -> start(1, delivered::done));
    }

    @Test
    void closeWaitsForWorkInHand() {
        CountDownLatch begun = new CountDownLatch(1);
        start(1, delivery -> {
            begun.countDown();
            return delivered.done(delivery);
        });
        dispatch(Fixtures.aJobId());
        Deliveries.await(begun);

        dispatcher.close();

        assertThat(delivered.within(Duration.ZERO)).isPresent();
    }

    @Test
    void drainTellsHandlersToStopAndWaitsForThem() {
        Workers workers = start(1, delivery -> {
            delivered.done(delivery);
            Patience.await(() -> delivery.stop().isPresent());
            return delivered.done(delivery);
        });
        dispatch(Fixtures.aJobId());
        Delivery delivery = delivered.next();

        workers.drain(Duration.ofSeconds(30));

        assertThat(delivery.stop()).contains(Stop.SHUTTING_DOWN);
        assertThat(delivered.within(Duration.ZERO)).as("the end").isPresent();
    }

    @Test
    void drainLetsGoOfWhoDoesNotStop() {
        Workers workers = start(1, delivered::heldUp);
        dispatch(Fixtures.aJobId());
        delivered.next();

        workers.drain(NO_TIME);
        dispatcher.close();

        assertThat(delivered.isHeldUp()).isTrue();
    }

    @Test
    void drainedWorkersTakeNothingMore() {
        Workers workers = start(1, delivered::done);
        workers.drain(NO_TIME);

        dispatch(Fixtures.aJobId());

        assertThat(delivered.within(A_WHILE)).isEmpty();
    }

    @Test
    void closedWorkersTakeNothingOfWhatWaits() {
        Workers workers = start(1, delivered::heldUp);
        dispatch(Fixtures.aJobId());
        dispatch(Fixtures.aJobId());
        delivered.next();

        Thread closing = new Thread(workers::close);
        closing.start();
        Patience.await(
                () -> closing.getState() == Thread.State.WAITING || closing.getState() == Thread.State.TIMED_WAITING);
        delivered.release();

        assertThat(delivered.within(A_WHILE)).isEmpty();
    }

    @Test
    void refusesJobsAfterItWasClosed() {
        dispatcher.close();

        assertThatIllegalStateException().isThrownBy(() -> dispatch(Fixtures.aJobId()));
        assertThatIllegalStateException().isThrownBy(() -> start(1, delivered::done));
    }

    @Test
    void thoseWhoComeNextGetWhatWasNotFinished() {
        assumeCapable(Capability.DURABLE);
        JobId begun = Fixtures.aJobId();
        JobId waiting = Fixtures.aJobId();
        Workers workers = start(1, delivered::heldUp);
        dispatch(begun);
        Delivery first = delivered.next();
        dispatch(waiting);
        workers.drain(NO_TIME);

        startAnother();

        assertThat(delivered.next(2)).extracting(Delivery::job).containsExactlyInAnyOrder(begun, waiting);
        assertThat(first.stop()).contains(Stop.LEASE_LOST);
    }

    @Test
    void whatWasLetGoOfDoesNotTakeTheJobFromThoseWhoHaveIt() {
        assumeCapable(Capability.DURABLE);
        Deliveries next = new Deliveries();
        Workers workers = start(1, delivered::heldUp);
        dispatch(Fixtures.aJobId());
        delivered.next();
        workers.drain(NO_TIME);
        startAnother(1, next::heldUp);
        Delivery second = next.next();

        delivered.release();
        dispatcher.close();

        assertThat(next.within(LEASE.multipliedBy(2))).isEmpty();
        assertThat(second.stop()).isEmpty();
        next.release();
    }

    @Test
    void twoWhoShareJobsNeverHaveTheSame() {
        assumeCapable(Capability.DURABLE);
        List<JobId> jobs = Stream.generate(Fixtures::aJobId).limit(200).toList();
        jobs.forEach(this::dispatch);

        start(4, delivered::done);
        startAnother(4, delivered::done);

        assertThat(delivered.next(200)).extracting(Delivery::job).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(delivered.within(A_WHILE)).isEmpty();
    }

    @Test
    void keepsWhatWaitsForThoseWhoComeNext() {
        assumeCapable(Capability.DURABLE);
        JobId job = Fixtures.aJobId();
        dispatch(job);
        dispatcher.close();

        startAnother();

        assertThat(delivered.next().job()).isEqualTo(job);
    }

    private void assumeCapable(Capability capability) {
        assumeTrue(dispatcher.capabilities().contains(capability), () -> "not declared: " + capability);
    }

    private void dispatch(JobId job) {
        dispatcher.dispatch(new Dispatch(job, "lane", Priority.NORMAL, 0, Instant.now()));
    }

    private Workers start(int concurrency, JobHandler handler) {
        return dispatcher.startWorkers(settings(concurrency), handler);
    }

    private void startAnother() {
        startAnother(1, delivered::done);
    }

    private void startAnother(int concurrency, JobHandler handler) {
        JobDispatcher other = another();
        opened.add(other);
        other.startWorkers(settings(concurrency), handler);
    }

    private static WorkerSettings settings(int concurrency) {
        return new WorkerSettings("workers-" + NAMES.incrementAndGet(), Set.of("lane"), concurrency, LEASE, POLL);
    }
}
