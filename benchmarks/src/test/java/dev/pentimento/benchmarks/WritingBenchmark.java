package dev.pentimento.benchmarks;

import dev.pentimento.adapters.imaging.ImageIoCodecFactory;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a picture costs on its way out, against ImageIO with the same settings. Both get the pixels in the form they like best. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WritingBenchmark {
    private final ImageCodec codec = new ImageIoCodecFactory().create(IntakeLimits.DEFAULT);
    private Raster raster = Raster.generate(new ImageSize(1, 1), (x, y) -> 0);
    private BufferedImage picture = PictureFiles.opaque(raster);

    @Param({"PNG", "JPEG"})
    public MediaType format = MediaType.PNG;

    @Param({"1", "4", "12"})
    public int megapixels = 1;

    @Setup
    public void draw() {
        raster = Photograph.of(megapixels);
        picture = PictureFiles.opaque(raster);
    }

    @Benchmark
    public byte[] imageIo() throws IOException {
        return PictureFiles.write(picture, format);
    }

    @Benchmark
    public EncodedImage pentimento() {
        return codec.encode(raster, format);
    }
}
