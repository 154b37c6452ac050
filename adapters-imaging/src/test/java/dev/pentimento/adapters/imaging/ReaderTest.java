package dev.pentimento.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.testkit.ExifBlock;
import dev.pentimento.testkit.GifFile;
import dev.pentimento.testkit.HostileFiles;
import dev.pentimento.testkit.JpegFile;
import dev.pentimento.testkit.PngFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers take no more memory than they reserve, and stop when nobody waits for them. */
class ReaderTest {
    private static final ImageSize SIZE = new ImageSize(1200, 900);
    private static final long MEGABYTE = 1 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final MemoryBudget memory = new MemoryBudget(TestCodecs.AMPLE);

    static Stream<Arguments> largeFiles() {
        Raster picture = Raster.generate(SIZE, (x, y) -> 0xff000000 | x * y);
        return Stream.of(
                Arguments.of("png", png(8).bytes()),
                Arguments.of("png of 16 bits", png(16).interlaced().bytes()),
                Arguments.of(
                        "png, lying",
                        png(8).with("eXIf", ExifBlock.orientation(6, ByteOrder.BIG_ENDIAN))
                                .bytes()),
                Arguments.of("jpeg", JpegFile.of(picture).bytes()),
                Arguments.of("jpeg, progressive", JpegFile.progressive(picture).bytes()),
                Arguments.of("jpeg, grey", JpegFile.grey(picture).bytes()),
                Arguments.of(
                        "jpeg, print",
                        JpegFile.print(SIZE.width(), SIZE.height(), 2, 179, 171, 1, 204)
                                .bytes()),
                Arguments.of(
                        "jpeg, lying",
                        JpegFile.of(picture)
                                .withExif(ExifBlock.orientation(5, ByteOrder.BIG_ENDIAN))
                                .bytes()),
                Arguments.of(
                        "gif",
                        new GifFile(SIZE.width(), SIZE.height(), 1, 2, 3)
                                .frame(0, 0, SIZE.width(), SIZE.height(), (x, y) -> (x ^ y) & 3)
                                .bytes()));
    }

    private static PngFile png(int depth) {
        return PngFile.of(SIZE.width(), SIZE.height(), PngFile.RGB_ALPHA, depth, (x, y, channel) -> x * y);
    }

    /** What a thread allocates is at least what it holds at a time. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("largeFiles")
    void noMoreIsTakenThanWasReserved(String name, byte[] file) throws Exception {
        read(file);
        Gate gate = gate(file);

        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        readerOf(file).read(ByteView.of(file), gate);
        long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(taken).as(name).isLessThanOrEqualTo(gate.reserved());
        assertThat(taken).as(name).isGreaterThanOrEqualTo(4 * SIZE.pixels());
        assertThat(gate.reserved()).as(name).isLessThan(11 * SIZE.pixels() + file.length + 9 * MEGABYTE);
    }

    static Stream<byte[]> hostileFiles() {
        return Stream.of(
                HostileFiles.pngWithAProfileBomb(),
                HostileFiles.pngWithATextBomb(),
                HostileFiles.pngWithMorePixelsThanItClaims(),
                HostileFiles.pngOfManyChunks(),
                HostileFiles.pngOfManyEmptyPixelChunks(),
                HostileFiles.jpegOfManySegments(),
                HostileFiles.jpegOfManyScans(101),
                HostileFiles.gifOfManyBlocks(),
                HostileFiles.gifThatClearsForEver(),
                HostileFiles.webpOfManyChunks(),
                HostileFiles.webpWithoutAnEnd());
    }

    /** Many parts cost some bytes each, garbage included. */
    @ParameterizedTest
    @MethodSource("hostileFiles")
    void hostileFilesTakeNoMoreThanOthers(byte[] file) throws Exception {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        try {
            read(file);
        } catch (ImageRejected | IOException refused) {
            assertThat(refused).isNotNull();
        }
        long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(taken).isLessThan(32 * MEGABYTE);
    }

    /** The control of the test above. */
    @Test
    void withoutItsRuleAProfileBombTakesAllThatItWants() throws Exception {
        byte[] file = HostileFiles.pngWithAProfileBomb();
        Bounds bounds = new Bounds(IntakeLimits.DEFAULT, TestCodecs.allBut(IntakeRule.PROFILE_LENGTH), memory);

        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        readerOf(file).read(ByteView.of(file), new Gate(MediaType.PNG, file.length, bounds));
        long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(taken).isGreaterThan(60 * MEGABYTE);
    }

    /**
     * An interrupted thread is one that nobody waits for. It becomes one when all that remains to be read are pixels; the control is the same file read
     * by another, which is not.
     */
    @ParameterizedTest
    @MethodSource("dev.pentimento.testkit.SoundFiles#all")
    void readersStopWhenNobodyWaits(byte[] file) throws Exception {
        Gate gate = new Gate(MediaType.sniff(file).orElseThrow(), file.length, bounds()) {
            @Override
            void reserve(ImageSize size, int bytesPerPixel) {
                Thread.currentThread().interrupt();
            }
        };

        ImageRejected refusal =
                catchThrowableOfType(ImageRejected.class, () -> readerOf(file).read(ByteView.of(file), gate));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(read(file).size().pixels()).isPositive();
    }

    private Raster read(byte[] file) throws IOException {
        try (Gate gate = gate(file)) {
            return readerOf(file).read(ByteView.of(file), gate);
        }
    }

    private Gate gate(byte[] file) {
        return new Gate(MediaType.sniff(file).orElseThrow(), file.length, bounds());
    }

    private Bounds bounds() {
        return new Bounds(TestCodecs.within(Duration.ofMinutes(1)), TestCodecs.allBut(), memory);
    }

    private static FormatReader readerOf(byte[] file) {
        return ImageIoCodec.readerOf(MediaType.sniff(file).orElseThrow());
    }
}
