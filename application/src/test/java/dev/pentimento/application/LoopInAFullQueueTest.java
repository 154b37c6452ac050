package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.Patience;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch whose jobs find no room waits for it instead of failing. */
@Timeout(60)
class LoopInAFullQueueTest {
    private final LoopBench bench = new LoopBench(LoopInAFullQueueTest::oneMayWait);

    private static Policies oneMayWait(Policies usual) {
        Limits limits = new Limits() {
            @Override
            public OptionalInt active(UserId owner, WorkKind kind) {
                return OptionalInt.empty();
            }

            @Override
            public OptionalInt perMonth(UserId owner, WorkKind kind) {
                return OptionalInt.empty();
            }

            @Override
            public OptionalInt waiting() {
                return OptionalInt.of(1);
            }
        };
        return new Policies(
                usual.budget(),
                limits,
                usual.lease(),
                usual.poll(),
                usual.maxAttempts(),
                usual.refinementTimeout(),
                usual.runTimeout(),
                usual.workers(),
                usual.standInsWhenFree(),
                usual.refinementStages());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void batchGoesOnWhenThereIsRoomForItsJob() {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        bench.maker.edits((request, context) -> {
            Crowd.await(gate);
            return List.of(bench.shop.png(TestWorkshop.filled(TestWorkshop.RED)));
        });
        Job worked = submit();
        Patience.await(() -> status(worked) == JobStatus.PROCESSING);
        submit();
        bench.shop.fragile.refuse(0, (method, argument) -> {
            if (method.equals("areWaiting")) {
                refused.countDown();
            }
            return false;
        });

        CompletableFuture<Run> batch = CompletableFuture.supplyAsync(() -> bench.run(LoopBench.iterations(1)));
        Crowd.await(refused);
        gate.countDown();

        assertThat(batch.join().ending())
                .extracting(Run.Ending::reason)
                .isIn(StopReason.TARGET_REACHED, StopReason.MAX_ITERATIONS);
    }

    private Job submit() {
        return bench.shop.submit(RefineImage.Command.of(bench.shop.upload(TestWorkshop.GREY), TestWorkshop.prompt()));
    }

    private JobStatus status(Job job) {
        return bench.shop.records.read(
                reader -> reader.job(job.id()).orElseThrow().status());
    }
}
