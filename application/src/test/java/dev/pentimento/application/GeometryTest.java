package dev.pentimento.application;

import static dev.pentimento.application.GeometryBench.ANY;
import static dev.pentimento.application.GeometryBench.CIRCLE;
import static dev.pentimento.application.GeometryBench.LARGE;
import static dev.pentimento.application.GeometryBench.SIZE;
import static dev.pentimento.application.GeometryBench.SMALL;
import static dev.pentimento.application.GeometryBench.STEPS;
import static dev.pentimento.application.GeometryBench.child;
import static dev.pentimento.application.GeometryBench.everywhere;
import static dev.pentimento.application.GeometryBench.keepingSize;
import static dev.pentimento.application.GeometryBench.landscape;
import static dev.pentimento.application.GeometryBench.with;
import static dev.pentimento.application.GeometryBench.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.image.Resampling;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.MaskForm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an editor works on and answers with: masks are exact, and shapes are kept. */
@Timeout(120)
class GeometryTest {
    private static final List<Named> CANVASES = List.of(
            new Named("any size", ANY),
            new Named("steps", STEPS),
            new Named("large", LARGE),
            new Named("small", SMALL));
    private static final List<Answering> ANSWERS = List.of(Answering.values());

    private final GeometryBench bench = new GeometryBench();

    private record Named(String name, Canvas canvas) {
        @Override
        public String toString() {
            return name;
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> masked() {
        return CANVASES.stream()
                .flatMap(canvas -> Arrays.stream(MaskForm.values())
                        .flatMap(form -> Arrays.stream(Answering.values())
                                .map(answering -> Arguments.of(canvas, form, answering))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("masked")
    void outsideTheMaskEveryPixelIsTheParents(Named canvas, MaskForm form, Answering answer) {
        bench.vendor(canvas.canvas(), form, answer);

        Job job = bench.workshop.refine(bench.upload(landscape(SIZE)), within(CIRCLE));

        Raster result = bench.pixels(job);
        assertThat(result.size()).isEqualTo(SIZE);
        assertThat(differenceOutside(landscape(SIZE), result, CIRCLE)).isZero();
        assertThat(checkOf(job).maxDifferenceOutside()).isZero();
        assertThat(checkOf(job).changedInsidePercent()).isGreaterThan(95);
    }

    @ParameterizedTest
    @EnumSource(MaskForm.class)
    void maskedChainKeepsSizeAndSurroundingsAtEveryStep(MaskForm form) {
        Raster parent = landscape(SIZE);
        RefineImage.Picture base = bench.upload(parent);
        List<Canvas> canvases = List.of(STEPS, SMALL, LARGE, ANY);
        for (int step = 0; step < 12; step++) {
            MaskShape shape = new MaskShape.Rectangle(step / 16.0, step / 20.0, 0.3, 0.25);
            bench.vendor(canvases.get(step % 4), form, ANSWERS.get(step % ANSWERS.size()));

            Job job = bench.workshop.refine(base, within(shape));

            Raster child = bench.pixels(job);
            assertThat(child.size()).isEqualTo(SIZE);
            assertThat(differenceOutside(parent, child, shape)).isZero();
            assertThat(checkOf(job).isExact()).isTrue();
            assertThat(child).isNotEqualTo(parent);
            parent = child;
            base = child(job);
        }
    }

    static Stream<Arguments> whole() {
        return CANVASES.stream()
                .flatMap(canvas -> Stream.of(new ImageSize(250, 175), new ImageSize(120, 700), new ImageSize(333, 332))
                        .map(size -> Arguments.of(canvas, size)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("whole")
    void chainOfWholePicturesKeepsItsShape(Named canvas, ImageSize size) {
        RefineImage.Picture base = bench.upload(landscape(size));
        ImageSize parent = size;
        double rounding = 0;
        for (Answering answer : Answering.values()) {
            bench.vendor(canvas.canvas(), MaskForm.NONE, answer);

            Job job = bench.workshop.refine(base, everywhere());

            ImageSize child = bench.pixels(job).size();
            assertThat(isSameShape(child, parent))
                    .as("%s after %s, %s", child, parent, answer)
                    .isTrue();
            parent = child;
            rounding += 1.0 / Math.min(child.width(), child.height());
            base = child(job);
        }
        assertThat((double) parent.width() / parent.height() / size.width() * size.height())
                .isBetween(1 - rounding, 1 + rounding);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("whole")
    void editorThatAnswersAsAskedSettlesOnASizeAtOnce(Named canvas, ImageSize size) {
        bench.vendor(canvas.canvas(), MaskForm.NONE, Answering.AS_ASKED);
        Job first = bench.workshop.refine(bench.upload(landscape(size)), everywhere());
        ImageSize settled = bench.pixels(first).size();
        RefineImage.Picture base = child(first);
        for (int step = 0; step < 3; step++) {
            Job next = bench.workshop.refine(base, everywhere());
            assertThat(bench.pixels(next).size()).isEqualTo(settled);
            base = child(next);
        }
        if (canvas.canvas().equals(ANY) || canvas.canvas().equals(STEPS)) {
            assertThat(settled).isEqualTo(size);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("whole")
    void keptSizeIsExactlyTheParents(Named canvas, ImageSize size) {
        for (Answering answer : Answering.values()) {
            bench.vendor(canvas.canvas(), MaskForm.NONE, answer);

            Job job = bench.workshop.refine(with(keepingSize(), bench.upload(landscape(size)), everywhere()));

            assertThat(bench.pixels(job).size()).as(answer.toString()).isEqualTo(size);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("whole")
    void pictureIsNeitherDistortedNorMoved(Named canvas, ImageSize size) {
        bench.workshop.provider.worksOn(canvas.canvas());
        bench.workshop.provider.edits((request, context) -> List.of(request.base()));

        Raster result = bench.pixels(bench.workshop.refine(bench.upload(landscape(size)), everywhere()));

        Raster before = Resampling.scaled(landscape(size), result.size());
        assertThat(Difference.between(before, result).similarity()).isGreaterThan(0.9);
    }

    private MaskCheck checkOf(Job job) {
        return ((Origin.MaskedRefined) bench.workshop.resultOf(job).version().origin()).check();
    }

    /** The largest difference of any channel of any pixel that the mask does not cover; measured here, not by what is under test. */
    private static int differenceOutside(Raster parent, Raster child, MaskShape shape) {
        Mask mask = Mask.draw(MaskSpec.of(shape), parent.size(), digest -> parent);
        int most = 0;
        for (int y = 0; y < parent.height(); y++) {
            for (int x = 0; x < parent.width(); x++) {
                for (int shift = 0; shift < 32 && mask.coverage(x, y) == 0; shift += 8) {
                    most = Math.max(
                            most, Math.abs((parent.argb(x, y) >>> shift & 0xff) - (child.argb(x, y) >>> shift & 0xff)));
                }
            }
        }
        return most;
    }

    /** Whether one size is the other one, scaled, with both sides rounded. */
    private static boolean isSameShape(ImageSize child, ImageSize parent) {
        double across = (double) child.width() / parent.width();
        double down = (double) child.height() / parent.height();
        return Math.abs(across - down) * Math.max(parent.width(), parent.height())
                <= 1.0 + Math.max((double) parent.width() / parent.height(), (double) parent.height() / parent.width());
    }
}
