package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.in.RecallBatch;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.testkit.Crowd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch that is asked for twice is begun once. */
@Timeout(60)
class KeyedBatchTest {
    private static final SubmissionKey KEY = new SubmissionKey("k-1", RequestHash.of(List.of("fox")));

    private final LoopBench bench = new LoopBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private RunBatch.Outcome run(@Nullable BatchId resumed, SubmissionKey key) {
        RunBatch.Command command =
                bench.command(resumed, LoopBench.iterations(1), OptionalLong.empty(), LoopBench.ITEM);
        return bench.shop.useCases.runBatch().handle(keyed(command, key));
    }

    private static RunBatch.Command keyed(RunBatch.Command command, SubmissionKey key) {
        return new RunBatch.Command(
                command.owner(),
                command.resumed(),
                command.items(),
                command.rules(),
                command.size(),
                command.seed(),
                command.generator(),
                command.budget(),
                command.atOnce(),
                key,
                command.listener());
    }

    private List<Batch> batches() {
        return bench.shop.records.read(reader -> reader.batches(UserId.LOCAL));
    }

    @Test
    void sameRequestUnderTheSameKeyIsAnsweredByTheSameBatchAndPaysNothing() {
        RunBatch.Ended ended = (RunBatch.Ended) run(null, KEY);
        int calls = bench.calls().size();

        assertThat(run(null, KEY)).isEqualTo(new RunBatch.Replayed(ended.batch().id()));
        assertThat(batches()).hasSize(1);
        assertThat(bench.calls()).hasSize(calls);
    }

    @Test
    void otherRequestUnderTheSameKeyIsRefused() {
        run(null, KEY);

        assertThat(run(null, new SubmissionKey(KEY.key(), RequestHash.of(List.of("hare")))))
                .isEqualTo(new RunBatch.KeyTaken("k-1"));
        assertThat(batches()).hasSize(1);
    }

    @Test
    void whatWasBegunUnderAKeyIsToldWithoutBeginningAnything() {
        assertThat(recalled(KEY)).isEmpty();
        RunBatch.Ended ended = (RunBatch.Ended) run(null, KEY);

        assertThat(recalled(KEY)).contains(new RunBatch.Replayed(ended.batch().id()));
        assertThat(recalled(new SubmissionKey(KEY.key(), RequestHash.of(List.of("hare")))))
                .contains(new RunBatch.KeyTaken("k-1"));
        assertThat(batches()).hasSize(1);
    }

    private Optional<RunBatch.Outcome> recalled(SubmissionKey key) {
        return bench.shop.useCases.recallBatch().handle(new RecallBatch.Query(UserId.LOCAL, key));
    }

    @Test
    void goingOnWithABatchMayBeAskedForTwiceAsWell() {
        BatchId batch = bench.run(LoopRules.DEFAULT).batch();

        assertThat(run(batch, KEY)).isInstanceOf(RunBatch.Ended.class);
        assertThat(run(batch, KEY)).isEqualTo(new RunBatch.Replayed(batch));
    }

    @Test
    void ofManyThatArriveAtOnceOneIsBegun() {
        bench.shop.fragile.gather(12, "submitted");

        List<RunBatch.Outcome> outcomes = Crowd.of(12, () -> run(null, KEY));

        assertThat(outcomes).filteredOn(RunBatch.Ended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(RunBatch.Replayed.class::isInstance).hasSize(11);
        assertThat(batches()).hasSize(1);
    }

    @Test
    void keyIsNeverThereWithoutItsBatchNorTheBatchWithoutItsKey() {
        bench.shop.fragile.refuse(1, (method, argument) -> method.equals("keep"));

        assertThatExceptionOfType(StorageFailure.class).isThrownBy(() -> run(null, KEY));

        assertThat(batches()).isEmpty();
        assertThat(run(null, KEY)).isInstanceOf(RunBatch.Ended.class);
    }
}
