package dev.pentimento.adapters.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.testkit.HostileFiles;
import dev.pentimento.testkit.PngFile;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule keeps a file out that would get in without it, and without it alone. */
class IntakeRuleTest {
    private static final long LARGE = 1L << 40;
    private static final IntakeLimits LAX = new IntakeLimits(LARGE, LARGE, 1 << 30);
    private static final String READ = "read";

    /**
     * What a rule is there for.
     *
     * @param without how it ends without the rule
     */
    private record Attack(EncodedImage file, Bounds bounds, FormatReader reader, Reason reason, String without) {
        static Attack by(byte[] file, Reason reason) {
            EncodedImage image = EncodedImage.of(file);
            return new Attack(
                    image,
                    new Bounds(LAX, TestCodecs.allBut(), new MemoryBudget(TestCodecs.AMPLE)),
                    ImageIoCodec.readerOf(image.mediaType()),
                    reason,
                    READ);
        }

        Attack against(IntakeLimits limits) {
            return new Attack(file, new Bounds(limits, bounds.rules(), bounds.memory()), reader, reason, without);
        }

        Attack onMemoryOf(long bytes) {
            Bounds scarce = new Bounds(bounds.limits(), bounds.rules(), new MemoryBudget(bytes));
            return new Attack(file, scarce, reader, reason, without);
        }

        Attack readBy(FormatReader other) {
            return new Attack(file, bounds, other, reason, without);
        }

        Attack endingWith(String end) {
            return new Attack(file, bounds, reader, reason, end);
        }

        String outcome(Set<IntakeRule> rules) {
            Bounds enforced = new Bounds(bounds.limits(), rules, bounds.memory());
            Function<MediaType, FormatReader> readers = type -> reader;
            try {
                TestCodecs.of(enforced, readers).decode(file.bytes());
                return READ;
            } catch (ImageRejected refusal) {
                return "%s: %s".formatted(refusal.reason(), refusal.getMessage());
            } catch (IllegalStateException gotOut) {
                return String.valueOf(gotOut.getCause());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(IntakeRule.class)
    void everyRuleKeepsOutWhatGetsInWithoutIt(IntakeRule rule) {
        assertThat(attacks(rule)).allSatisfy(attack -> {
            assertThat(attack.outcome(TestCodecs.allBut()))
                    .startsWith(attack.reason().toString());
            assertThat(attack.outcome(TestCodecs.allBut(rule))).contains(attack.without());
        });
    }

    private static Stream<Attack> attacks(IntakeRule rule) {
        return switch (rule) {
            case FILE_LENGTH ->
                Stream.of(Attack.by(png(9, 9), Reason.TOO_LARGE).against(new IntakeLimits(50, LARGE, 1 << 30)));
            case SIDE -> Stream.of(Attack.by(png(31, 9), Reason.TOO_LARGE).against(new IntakeLimits(LARGE, LARGE, 30)));
            case PIXELS ->
                Stream.of(Attack.by(png(30, 10), Reason.TOO_LARGE).against(new IntakeLimits(LARGE, 299, 1 << 30)));
            case PIXELS_PRESENT ->
                Stream.of(Attack.by(HostileFiles.pngWithoutItsPixels(), Reason.DAMAGED)
                        .onMemoryOf(12_000_000)
                        .endingWith("takes 12 MB of memory"));
            case PARTS -> partsWithoutEnd().map(file -> Attack.by(file, Reason.UNSUPPORTED));
            case SCANS -> Stream.of(Attack.by(HostileFiles.jpegOfManyScans(101), Reason.UNSUPPORTED));
            case PROFILE_LENGTH -> largeProfiles().map(file -> Attack.by(file, Reason.UNSUPPORTED));
            case END_OF_FILE -> Stream.of(Attack.by(HostileFiles.webpWithoutAnEnd(), Reason.DAMAGED));
            case MEMORY ->
                Stream.of(Attack.by(png(1200, 1200), Reason.TOO_LARGE).onMemoryOf(10_000_000));
            case TIME ->
                Stream.of(
                        Attack.by(png(3000, 3000), Reason.TIMED_OUT).against(TestCodecs.within(Duration.ofMillis(3))));
            case FAILURES ->
                Stream.of(Attack.by(png(1, 1), Reason.DAMAGED)
                        .readBy((file, gate) -> {
                            throw new UnsupportedOperationException("odd");
                        })
                        .endingWith("UnsupportedOperationException: odd"));
        };
    }

    private static Stream<byte[]> partsWithoutEnd() {
        return Stream.of(
                HostileFiles.pngOfManyChunks(),
                HostileFiles.pngOfManyEmptyPixelChunks(),
                HostileFiles.jpegOfManySegments(),
                HostileFiles.gifOfManyBlocks(),
                HostileFiles.webpOfManyChunks());
    }

    private static Stream<byte[]> largeProfiles() {
        return Stream.of(
                HostileFiles.pngWithAProfileBomb(),
                HostileFiles.jpegWithALargeProfile(),
                HostileFiles.webpWithALargeProfile());
    }

    private static byte[] png(int width, int height) {
        return PngFile.of(width, height, PngFile.GREY, 8, (x, y, channel) -> x ^ y)
                .bytes();
    }
}
