package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ImageGenerator} promises. Extend it for yours. */
public abstract class ImageGeneratorContract {
    private static final long SEED = 20_261;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ImageSize SIZE = new ImageSize(256, 192);

    /** Words that every generator can act on. */
    private static final Instruction LOGO = new Instruction("a logo for a coffee bar called \"Luna\"");

    /** The generator under test, ready for calls; where it speaks to a vendor, with a stand-in for the vendor. */
    protected abstract ImageGenerator generator();

    /** What the generator has no way to obey. Its tests are aborted and not passed over in silence. */
    protected Set<Difference> differences() {
        return Set.of();
    }

    /** Something that a request says and a generator may be unable to pass on. */
    public enum Difference {
        SIZE,
        SEED
    }

    private void assumeObeys(Difference wish) {
        assumeFalse(differences().contains(wish), "declared: cannot obey a wish for " + wish);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void deliversAsManyImagesAsVariants(int variants) {
        assertThat(generate(SIZE, variants).images()).hasSize(variants);
    }

    @ParameterizedTest
    @CsvSource({"256, 192", "192, 256", "128, 128"})
    void deliversTheSizeThatWasAskedFor(int width, int height) {
        assumeObeys(Difference.SIZE);
        ImageSize size = new ImageSize(width, height);

        MadeImages made = generate(size, 2);

        assertThat(made.images())
                .allSatisfy(
                        image -> assertThat(EditorPictures.raster(image).size()).isEqualTo(size));
    }

    @Test
    void variantsDiffer() {
        List<Raster> variants = rasters(generate(SIZE, 4));

        assertThat(variants).doesNotHaveDuplicates();
    }

    @Test
    void imagesShowSomething() {
        assertThat(rasters(generate(SIZE, 2)))
                .allSatisfy(image ->
                        assertThat(Arrays.stream(image.toArray()).distinct()).hasSizeGreaterThan(1));
    }

    @Test
    void sameSeedGivesTheSamePixels() {
        assumeObeys(Difference.SEED);
        assertThat(rasters(generate(SIZE, 2))).isEqualTo(rasters(generate(SIZE, 2)));
    }

    @Test
    void reportsWhoDidWhatAtWhichCost() {
        MadeImages made = generate(SIZE, 1);

        assertThat(made.report().provider()).isNotBlank();
        assertThat(made.report().model()).isNotBlank();
        assertThat(made.report().promptSent()).isNotBlank();
        assertThat(made.report().cost().basis()).isNotNull();
    }

    @Test
    void canceledCallEndsSoon() {
        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(() -> generate(SIZE, 2, TestCallContext.canceled()))
                        .isInstanceOf(ProviderFailure.Canceled.class));
    }

    @Test
    void servesSeveralCallsAtOnce() {
        List<MadeImages> made = Crowd.of(4, () -> generate(SIZE, 1));

        assertThat(made).extracting(ImageGeneratorContract::rasters).containsOnly(rasters(made.get(0)));
    }

    private MadeImages generate(ImageSize size, int variants) {
        return generate(size, variants, TestCallContext.calm());
    }

    private MadeImages generate(ImageSize size, int variants, CallContext context) {
        return generator().generate(new ImageGenerator.Request(LOGO, Brief.EMPTY, size, variants, SEED, null), context);
    }

    private static List<Raster> rasters(MadeImages made) {
        return made.images().stream().map(EditorPictures::raster).toList();
    }
}
