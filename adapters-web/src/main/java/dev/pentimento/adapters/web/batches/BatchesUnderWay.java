package dev.pentimento.adapters.web.batches;

import dev.pentimento.adapters.web.http.IdempotencyKey;
import dev.pentimento.adapters.web.http.Places;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.CancelBatch;
import dev.pentimento.ports.in.RecallBatch;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.spi.OpenHome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The batches that this server works on, each on a thread of its own. What they do is recorded by the home; here is only who listens. */
final class BatchesUnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(BatchesUnderWay.class);

    /** How many go on at the same time; their jobs share the workers of the server anyway. */
    private static final int MOST = 8;

    private static final int MOST_OF_ONE = 4;

    private static final int CONFLICT = 409;
    private static final int BUSY = 503;

    private final RunBatch runBatch;
    private final RecallBatch recallBatch;
    private final CancelBatch cancelBatch;
    private final Executor threads;
    private final InstantSource clock;
    private final Places places = new Places(MOST, MOST_OF_ONE);

    /** So that a request that arrives twice takes one place. */
    private final ReentrantLock oneAfterTheOther = new ReentrantLock();

    private final Map<BatchId, UnderWay> underWay = new ConcurrentHashMap<>();

    /** @param threads gives each task a thread of its own */
    BatchesUnderWay(OpenHome home, Executor threads, InstantSource clock) {
        this.runBatch = home.runBatch();
        this.recallBatch = home.recallBatch();
        this.cancelBatch = home.cancelBatch();
        this.threads = threads;
        this.clock = clock;
    }

    private record UnderWay(UserId owner, BatchFlow flow) {}

    /**
     * A batch that is recorded.
     *
     * @param byNow whether it was begun by the request that is answered, not by one that was the same and came before
     */
    record Accepted(BatchId batch, boolean byNow) {}

    /**
     * Begins a batch, or goes on with one, and returns as soon as it is recorded.
     *
     * @throws dev.pentimento.adapters.web.http.Refusal with 409 if somebody has it in hand, with 422 if its key stands for another request, and with
     *     503 if there is no place for it
     */
    Accepted begin(Function<Consumer<RunBatch.News>, RunBatch.Command> command) {
        Work work = new Work();
        RunBatch.Command wanted = command.apply(work::tell);
        oneAfterTheOther.lock();
        try {
            before(wanted).ifPresentOrElse(work::answer, () -> begin(wanted, work));
            return work.begun();
        } finally {
            oneAfterTheOther.unlock();
        }
    }

    private void begin(RunBatch.Command wanted, Work work) {
        if (places.take(wanted.owner())) {
            threads.execute(() -> work.run(wanted));
        } else {
            work.refuse(objection(wanted));
        }
    }

    /** What came of it when it was asked for before. */
    private Optional<RunBatch.Outcome> before(RunBatch.Command command) {
        SubmissionKey key = command.key();
        return key == null ? Optional.empty() : recallBatch.handle(new RecallBatch.Query(command.owner(), key));
    }

    private Problem objection(RunBatch.Command command) {
        BatchId batch = command.resumed();
        return batch != null && underWay.containsKey(batch) ? inHand() : noPlace(places.takenBy(command.owner()));
    }

    /** Empty if it is not in the hand of this server. */
    Optional<BatchFlow> flow(BatchId batch) {
        return Optional.ofNullable(underWay.get(batch)).map(UnderWay::flow);
    }

    /** Calls all of them off, so that they can go on later, and waits a little for what is under way. */
    void close(Duration patience) {
        underWay.forEach(this::callOff);
        try {
            for (UnderWay one : underWay.values()) {
                one.flow().awaitEnd(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void callOff(BatchId batch, UnderWay one) {
        try {
            cancelBatch.handle(new CancelBatch.Command(one.owner(), batch));
        } catch (PentimentoException e) {
            LOG.warn("Batch {} could not be called off: {}", batch, e.getMessage());
        }
    }

    /** One batch from its beginning to its end. */
    private final class Work {
        private final BatchFlow flow = new BatchFlow();
        private final CompletableFuture<Accepted> begun = new CompletableFuture<>();

        void tell(RunBatch.News news) {
            flow.add(BatchEvent.of(news, clock.instant()));
            news.match(this::take, stepped -> stepped, selected -> selected, over -> over);
        }

        private RunBatch.News take(RunBatch.Begun news) {
            underWay.put(news.batch().id(), new UnderWay(news.batch().owner(), flow));
            begun.complete(new Accepted(news.batch().id(), true));
            return news;
        }

        void run(RunBatch.Command command) {
            try {
                answer(runBatch.handle(command));
            } catch (RuntimeException | Error e) {
                if (!begun.completeExceptionally(e)) {
                    LOG.error("Batch {} broke off", begun.join().batch(), e);
                }
            } finally {
                underWay.values().removeIf(one -> one.flow() == flow);
                flow.end();
                places.leave(command.owner());
            }
        }

        void answer(RunBatch.Outcome outcome) {
            outcome.match(
                    ended -> true,
                    running -> begun.completeExceptionally(inHand().refusal()),
                    replayed -> begun.complete(new Accepted(replayed.batch(), false)),
                    taken -> begun.completeExceptionally(
                            IdempotencyKey.taken(taken.key()).refusal()));
        }

        void refuse(Problem objection) {
            begun.completeExceptionally(objection.refusal());
        }

        Accepted begun() {
            try {
                return begun.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException known) {
                    throw known;
                }
                throw e;
            }
        }
    }

    /** @param own how many the user has under way */
    private static Problem noPlace(int own) {
        return Problem.of(
                        BUSY,
                        "busy",
                        own == 0
                                ? "Too many batches are under way; try again when one is done"
                                : "%d of your batches are under way, and the other places are kept for others; try again when one is done"
                                        .formatted(own))
                .retryAfter(30);
    }

    private static Problem inHand() {
        return Problem.of(CONFLICT, "already_active", "The batch is under way, or was a moment ago; try again later")
                .retryAfter(30);
    }
}
