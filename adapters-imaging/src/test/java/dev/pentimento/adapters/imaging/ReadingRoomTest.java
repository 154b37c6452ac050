package dev.pentimento.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.PngFile;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time, seats and memory are limited, and nobody is left hanging. */
@Timeout(60)
class ReadingRoomTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Deadline SOON = Deadline.in(Duration.ofSeconds(20));
    private static final long MEMORY = 64 << 20;
    private static final ImageSize DOT = new ImageSize(1, 1);

    private final byte[] file =
            PngFile.of(1, 1, PngFile.GREY, 8, (x, y, channel) -> 0).bytes();
    private final MemoryBudget memory = new MemoryBudget(MEMORY);

    private ImageCodec codec(Set<IntakeRule> rules, Duration timeout, ReadingRoom room, FormatReader reader) {
        return new ImageIoCodec(new Bounds(TestCodecs.within(timeout), rules, memory), room, type -> reader);
    }

    private ImageCodec codec(Duration timeout, ReadingRoom room, FormatReader reader) {
        return codec(TestCodecs.allBut(), timeout, room, reader);
    }

    private ImageRejected refusal(ImageCodec codec) {
        ImageRejected refusal = catchThrowableOfType(ImageRejected.class, () -> codec.decode(file));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Raster dot() {
        return Raster.generate(DOT, (x, y) -> -1);
    }

    /** Deaf to interruptions, as foreign code is. */
    private static FormatReader stuckUntil(CountDownLatch release, CountDownLatch ended) {
        return (bytes, gate) -> {
            gate.reserve(DOT, 4);
            boolean waiting = true;
            while (waiting) {
                try {
                    release.await();
                    waiting = false;
                } catch (InterruptedException deaf) {
                    waiting = true;
                }
            }
            ended.countDown();
            return dot();
        };
    }

    @Test
    void aReadingThatDoesNotStopLosesItsCallerAndItsSeatButNotItsMemory() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ReadingRoom room = new ReadingRoom(1);

        ImageRejected refusal = refusal(codec(SHORT, room, stuckUntil(release, ended)));

        assertThat(refusal.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(refusal).hasMessageContaining("PNG").hasMessageContaining("0.05 s");
        assertThat(codec(Duration.ofSeconds(20), room, (bytes, gate) -> dot())
                        .decode(file)
                        .raster())
                .isEqualTo(dot());
        assertThat(memory.take(MEMORY, Deadline.in(SHORT))).isFalse();
        assertThat(ended.getCount()).isEqualTo(1);
        release.countDown();
        assertThat(memory.take(MEMORY, SOON)).isTrue();
    }

    /** The control of the test above: the same reading, and nobody looks at the clock. */
    @Test
    void withoutTheRuleOfTimeTheCallerHangs() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        FormatReader stuck = stuckUntil(release, new CountDownLatch(1));
        ReadingRoom room = new ReadingRoom(2);
        ImageCodec timeless = codec(TestCodecs.allBut(IntakeRule.TIME), SHORT, room, stuck);
        CompletableFuture<Raster> hanging =
                CompletableFuture.supplyAsync(() -> timeless.decode(file).raster(), task -> new Thread(task).start());

        refusal(codec(SHORT, room, stuck));

        assertThat(hanging).isNotDone();
        release.countDown();
        assertThat(hanging.get(20, TimeUnit.SECONDS)).isEqualTo(dot());
    }

    @Test
    void readersAreAskedToStop() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        FormatReader obedient = (bytes, gate) -> {
            try {
                new CountDownLatch(1).await();
                return dot();
            } catch (InterruptedException e) {
                asked.countDown();
                throw gate.late();
            }
        };

        assertThat(refusal(codec(SHORT, new ReadingRoom(1), obedient)).reason()).isEqualTo(Reason.TIMED_OUT);

        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noMoreFilesAreReadAtATimeThanThereAreSeats() {
        assertThat(mostAtATime(2, 3)).isFalse();
        assertThat(mostAtATime(3, 3)).isTrue();
    }

    /** Whether {@code readers} were reading at the same time in a room with so many seats. */
    private boolean mostAtATime(int seats, int readers) {
        CyclicBarrier together = new CyclicBarrier(readers);
        ImageCodec codec = codec(Duration.ofSeconds(20), new ReadingRoom(seats), (bytes, gate) -> {
            try {
                together.await(seats < readers ? 200 : 20_000, TimeUnit.MILLISECONDS);
                return Raster.generate(DOT, (x, y) -> 1);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                return Raster.generate(DOT, (x, y) -> 0);
            }
        });
        return Crowd.of(readers, () -> codec.decode(file).raster().argb(0, 0)).stream()
                .anyMatch(met -> met == 1);
    }

    @Test
    void noMoreIsReadAtATimeThanThereIsMemory() {
        assertThat(mostHolding(TestCodecs.allBut())).isEqualTo(1);
        assertThat(mostHolding(TestCodecs.allBut(IntakeRule.MEMORY))).isEqualTo(4);
    }

    /** Each takes three quarters of the memory. Those that may go on at the same time wait for each other. */
    private int mostHolding(Set<IntakeRule> rules) {
        int crowd = 4;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(crowd);
        ImageCodec codec = codec(rules, Duration.ofSeconds(20), new ReadingRoom(crowd), (bytes, gate) -> {
            gate.reserve(new ImageSize(1000, 10_000), 4);
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            if (!gate.enforces(IntakeRule.MEMORY)) {
                Crowd.meet(together);
            }
            inside.decrementAndGet();
            return dot();
        });
        Crowd.of(crowd, () -> codec.decode(file));
        return most.get();
    }

    @Test
    void whoDoesNotGetASeatInTimeIsToldThatItIsBusy() {
        CountDownLatch release = new CountDownLatch(1);
        ReadingRoom room = new ReadingRoom(1);
        CountDownLatch seated = new CountDownLatch(1);
        ImageCodec slow = codec(Duration.ofSeconds(20), room, (bytes, gate) -> {
            seated.countDown();
            Crowd.await(release);
            return dot();
        });
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> slow.decode(file), task -> new Thread(task).start());
        Crowd.await(seated);

        ImageRejected refusal = refusal(codec(SHORT, room, (bytes, gate) -> dot()));

        assertThat(refusal.reason()).isEqualTo(Reason.BUSY);
        assertThat(refusal).hasMessageContaining("try again later");
        release.countDown();
        first.join();
    }

    @Test
    void whoDoesNotGetMemoryInTimeIsToldThatItIsBusy() throws Exception {
        assertThat(memory.take(MEMORY, SOON)).isTrue();

        assertThat(refusal(codec(Duration.ofSeconds(2), new ReadingRoom(1), new PngReader()))
                        .reason())
                .isEqualTo(Reason.BUSY);

        memory.giveBack(MEMORY);
        assertThat(codec(Duration.ofSeconds(20), new ReadingRoom(1), new PngReader())
                        .decode(file)
                        .raster()
                        .size())
                .isEqualTo(DOT);
    }

    @Test
    void whatCanNeverFitIsRefusedAtOnceWithBothFigures() {
        ImageCodec codec = codec(Duration.ofSeconds(20), new ReadingRoom(1), (bytes, gate) -> {
            gate.reserve(new ImageSize(10_000, 10_000), 4);
            return dot();
        });

        ImageRejected refusal = refusal(codec);

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal).hasMessageContaining("408 MB").hasMessageContaining("67 MB");
    }

    @Test
    void memoryComesBackHoweverAReadingEnds() throws Exception {
        for (RuntimeException end : List.of(new IllegalStateException("odd"), new ArrayIndexOutOfBoundsException())) {
            refusal(codec(Duration.ofSeconds(20), new ReadingRoom(1), (bytes, gate) -> {
                gate.reserve(DOT, 4);
                throw end;
            }));
        }

        assertThat(memory.take(MEMORY, SOON)).isTrue();
    }

    @Test
    void memoryIsReservedOnlyOnceInAReading() {
        FormatReader greedy = (bytes, gate) -> {
            gate.reserve(DOT, 4);
            gate.reserve(DOT, 4);
            return dot();
        };

        assertThat(refusal(codec(Duration.ofSeconds(20), new ReadingRoom(1), greedy)))
                .rootCause()
                .hasMessageContaining("reserved once in a reading");
    }

    @Test
    void interruptingTheCallerEndsItsWaitAndIsNotForgotten() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ImageCodec codec = codec(Duration.ofMinutes(1), new ReadingRoom(1), (bytes, gate) -> {
            reading.countDown();
            return stuckUntil(release, new CountDownLatch(1)).read(bytes, gate);
        });
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            ImageRejected refusal = refusal(codec);
            interrupted.complete(
                    Thread.currentThread().isInterrupted() && refusal.toString().contains("was interrupted"));
        });
        caller.start();
        Crowd.await(reading);

        caller.interrupt();

        assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
        release.countDown();
    }

    /** Decodes and encodes of very different sizes, with memory for about three of the small ones. */
    @Test
    void aCrowdOfReadersAndWritersGetsThrough() throws Exception {
        byte[] large =
                PngFile.of(2000, 1500, PngFile.RGB, 8, (x, y, channel) -> x ^ y).bytes();
        Raster picture = Raster.generate(new ImageSize(500, 500), (x, y) -> 0xff000000 | x * y);
        ImageCodec codec = new ImageIoCodec(
                new Bounds(IntakeLimits.DEFAULT, TestCodecs.allBut(), memory),
                new ReadingRoom(3),
                ImageIoCodec::readerOf);
        AtomicInteger turns = new AtomicInteger();

        Crowd.of(40, () -> switch (turns.getAndIncrement() % 3) {
            case 0 -> codec.decode(large).raster().size();
            case 1 -> codec.decode(file).raster().size();
            default -> codec.encode(picture, MediaType.PNG).length();
        });

        assertThat(memory.take(MEMORY, SOON)).isTrue();
    }

    @Test
    void whatIsWrittenDoesNotNeedToFitAndDoesNotWaitForEver() throws Exception {
        Raster picture = Raster.generate(new ImageSize(100, 80), (x, y) -> x * y);
        ImageCodec codec = codec(SHORT, new ReadingRoom(1), new PngReader());
        assertThat(memory.take(MEMORY, SOON)).isTrue();

        byte[] written = codec.encode(picture, MediaType.PNG).bytes();

        memory.giveBack(MEMORY);
        assertThat(codec(Duration.ofSeconds(20), new ReadingRoom(1), new PngReader())
                        .decode(written)
                        .raster())
                .isEqualTo(picture);
    }

    @Test
    void errorsOfLibrariesAreTypedToo() {
        assertThat(refusal(failing(new StackOverflowError())).reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(failing(new AssertionError("odd"))).reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(failing(new NoClassDefFoundError("javax/imageio/ImageIO"))))
                .hasMessageContaining("javax/imageio/ImageIO")
                .extracting(ImageRejected::reason)
                .isEqualTo(Reason.UNSUPPORTED);
    }

    /** Nothing can be said about a file by a Java that is broken itself. */
    @Test
    void aBrokenJavaIsNotBlamedOnTheFile() {
        assertThatThrownBy(() -> failing(new InternalError("broken")).decode(file))
                .isInstanceOf(InternalError.class)
                .hasMessage("broken");
    }

    private ImageCodec failing(Error error) {
        return codec(Duration.ofSeconds(20), new ReadingRoom(1), (bytes, gate) -> {
            throw error;
        });
    }
}
