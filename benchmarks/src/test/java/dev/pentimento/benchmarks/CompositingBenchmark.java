package dev.pentimento.benchmarks;

import dev.pentimento.domain.image.Compositing;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.image.Raster;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The price of the promise about masks: putting an edit into its parent and proving that nothing changed outside, against copying the two pictures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompositingBenchmark {
    private static final int FEATHER = 40;

    @Param("12")
    public int megapixels = 12;

    private Raster base = Raster.generate(new ImageSize(1, 1), (x, y) -> 0);
    private Raster edit = base;
    private Mask hard = Mask.of(base.size(), new byte[1]);
    private Mask feathered = hard;

    @Setup
    public void draw() {
        drawOn(Photograph.of(megapixels));
        feathered = circle(FEATHER);
    }

    void drawOn(Raster picture) {
        base = picture;
        edit = Raster.generate(base.size(), (x, y) -> base.argb(x, y) ^ 0x00404040);
        hard = circle(0);
    }

    private Mask circle(int feather) {
        MaskShape circle = new MaskShape.Circle(new Point(0.5, 0.5), 0.4);
        return Mask.draw(new MaskSpec(List.of(circle), feather), base.size(), digest -> base);
    }

    @Benchmark
    public void copy(Blackhole sink) {
        sink.consume(base.toArray());
        sink.consume(edit.toArray());
    }

    @Benchmark
    public MaskCheck hardMask() {
        return composite(hard);
    }

    @Benchmark
    public MaskCheck featheredMask() {
        return composite(feathered);
    }

    private MaskCheck composite(Mask mask) {
        return MaskCheck.of(base, Compositing.composite(base, edit, mask), mask);
    }
}
