package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Shows broken files to a codec, which has to read or to refuse each of them, in time and for a reason.
 *
 * <p>The messages name seed, number and bytes of the mutant, from which it can be made again.
 */
public final class MutantTrial {
    /** What the codec on trial takes in; no mutant is honest about more. */
    public static final IntakeLimits LIMITS = new IntakeLimits(200_000, 100_000, 1_000, Duration.ofSeconds(10));

    private final Mutator mutator = new Mutator(SoundFiles.all());
    private final ImageCodec codec;
    private final long seed;

    /** How a trial went: how many mutants were read all the same, and how many were refused for which reason. */
    public record Verdicts(int read, Map<Reason, Integer> refused) {
        public Verdicts {
            refused = Map.copyOf(refused);
        }
    }

    public MutantTrial(ImageCodec codec, long seed) {
        this.codec = codec;
        this.seed = seed;
    }

    /** Throws an AssertionError at the first mutant that gets through. */
    public Verdicts of(int mutants) {
        Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
        for (int number = 0; number < mutants; number++) {
            refusalOf(number).ifPresent(reason -> refused.merge(reason, 1, Integer::sum));
        }
        int refusals = refused.values().stream().mapToInt(Integer::intValue).sum();
        return new Verdicts(mutants - refusals, refused);
    }

    private Optional<Reason> refusalOf(int number) {
        byte[] mutant = mutator.mutant(seed, number);
        try {
            return judge(mutant);
        } catch (RuntimeException | Error gotThrough) {
            throw new AssertionError(
                    "Mutant %d of seed %d was neither read nor refused but ended in %s: %s"
                            .formatted(
                                    number,
                                    seed,
                                    gotThrough,
                                    Base64.getEncoder().encodeToString(mutant)),
                    gotThrough);
        }
    }

    /** Empty if it was read. */
    private Optional<Reason> judge(byte[] mutant) {
        try {
            checkSize(codec.decode(mutant).raster(), mutant);
            return Optional.empty();
        } catch (ImageRejected refusal) {
            assertThat(refusal.getMessage()).isNotBlank().doesNotContain("\n");
            assertThat(refusal.reason()).isNotEqualTo(Reason.TIMED_OUT).isNotEqualTo(Reason.BUSY);
            return Optional.of(refusal.reason());
        }
    }

    private static void checkSize(Raster raster, byte[] mutant) {
        assertThat(raster.size().pixels()).isLessThanOrEqualTo(LIMITS.maxPixels());
        assertThat(Math.max(raster.width(), raster.height())).isLessThanOrEqualTo(LIMITS.maxSide());
        if (FileAnatomy.of(mutant).isPng()) {
            assertThat(PngFile.claimedSides(mutant)).containsExactlyInAnyOrder(raster.width(), raster.height());
        }
    }
}
