package dev.pentimento.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.testkit.HostileFiles;
import dev.pentimento.testkit.PngFile;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule keeps a file out that would get in without it, and without it alone. */
class IntakeRuleTest {
    private static final long LARGE = 1L << 40;
    private static final IntakeLimits LAX = new IntakeLimits(LARGE, LARGE, 1 << 30);

    /** What a rule is there for. */
    private record Attack(byte[] file, IntakeLimits limits, Reason reason) {}

    @ParameterizedTest
    @EnumSource(IntakeRule.class)
    void everyRuleKeepsOutWhatGetsInWithoutIt(IntakeRule rule) {
        for (Attack attack : attacks(rule).toList()) {
            ImageRejected refusal = catchThrowableOfType(
                    ImageRejected.class,
                    () -> codec(TestCodecs.allBut(), attack).decode(attack.file()));
            assertThat(refusal).as("with %s", rule).isNotNull();
            assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(attack.reason());

            ImageCodec lax = codec(TestCodecs.allBut(rule), attack);
            if (rule == IntakeRule.PIXELS_PRESENT) {
                assertThat(refusalByReader(lax, attack)).contains("some of its pixels are missing");
            } else if (rule == IntakeRule.FAILURES) {
                assertThat(catchThrowableOfType(IllegalStateException.class, () -> lax.decode(attack.file())))
                        .hasRootCauseMessage("odd");
            } else {
                assertThatNoException().as("without %s", rule).isThrownBy(() -> lax.decode(attack.file()));
            }
        }
    }

    /** Got in as far as the pixels, for which memory was taken; there are none. */
    private static String refusalByReader(ImageCodec codec, Attack attack) {
        return catchThrowableOfType(ImageRejected.class, () -> codec.decode(attack.file()))
                .getMessage();
    }

    private static ImageCodec codec(Set<IntakeRule> rules, Attack attack) {
        long memory = attack == HUNGRY ? 10_000_000 : TestCodecs.AMPLE;
        Bounds bounds = new Bounds(attack.limits(), rules, new MemoryBudget(memory));
        return TestCodecs.of(bounds, type -> attack == FAILING ? IntakeRuleTest::fail : ImageIoCodec.readerOf(type));
    }

    private static dev.pentimento.domain.image.Raster fail(ByteView file, Gate gate) {
        throw new UnsupportedOperationException("odd");
    }

    private static byte[] png(int width, int height) {
        return PngFile.of(width, height, PngFile.GREY, 8, (x, y, channel) -> x ^ y)
                .bytes();
    }

    private static final Attack HUNGRY = new Attack(png(1200, 1200), IntakeLimits.DEFAULT, Reason.TOO_LARGE);
    private static final Attack FAILING = new Attack(png(1, 1), IntakeLimits.DEFAULT, Reason.DAMAGED);

    private static Stream<Attack> attacks(IntakeRule rule) {
        return switch (rule) {
            case FILE_LENGTH -> Stream.of(new Attack(png(9, 9), new IntakeLimits(50, 1000, 1000), Reason.TOO_LARGE));
            case SIDE -> Stream.of(new Attack(png(31, 9), new IntakeLimits(LARGE, LARGE, 30), Reason.TOO_LARGE));
            case PIXELS -> Stream.of(new Attack(png(30, 10), new IntakeLimits(LARGE, 299, 1000), Reason.TOO_LARGE));
            case PIXELS_PRESENT -> Stream.of(new Attack(HostileFiles.pngWithoutItsPixels(), LAX, Reason.DAMAGED));
            case PARTS ->
                Stream.of(
                                HostileFiles.pngOfManyChunks(),
                                HostileFiles.pngOfManyEmptyPixelChunks(),
                                HostileFiles.jpegOfManySegments(),
                                HostileFiles.gifOfManyBlocks(),
                                HostileFiles.webpOfManyChunks())
                        .map(file -> new Attack(file, LAX, Reason.UNSUPPORTED));
            case SCANS -> Stream.of(new Attack(HostileFiles.jpegOfManyScans(101), LAX, Reason.UNSUPPORTED));
            case PROFILE_LENGTH ->
                Stream.of(
                                HostileFiles.pngWithAProfileBomb(),
                                HostileFiles.jpegWithALargeProfile(),
                                HostileFiles.webpWithALargeProfile())
                        .map(file -> new Attack(file, LAX, Reason.UNSUPPORTED));
            case END_OF_FILE -> Stream.of(new Attack(HostileFiles.webpWithoutAnEnd(), LAX, Reason.DAMAGED));
            case MEMORY -> Stream.of(HUNGRY);
            case TIME ->
                Stream.of(new Attack(png(3000, 3000), TestCodecs.within(Duration.ofMillis(3)), Reason.TIMED_OUT));
            case FAILURES -> Stream.of(FAILING);
        };
    }
}
