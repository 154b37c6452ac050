package dev.pentimento.benchmarks;

import dev.pentimento.adapters.imaging.ImageIoCodecFactory;
import dev.pentimento.domain.image.MediaType;
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

/** What a file costs on its way in, with every check, against ImageIO without any. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadingBenchmark {
    private final ImageCodec codec = new ImageIoCodecFactory().create(IntakeLimits.DEFAULT);
    private byte[] file = {};

    @Param({"PNG", "JPEG", "WEBP"})
    public MediaType format = MediaType.PNG;

    @Param({"1", "4", "12"})
    public int megapixels = 1;

    @Setup
    public void write() throws IOException {
        file = PictureFiles.write(PictureFiles.opaque(Photograph.of(megapixels)), format);
    }

    @Benchmark
    public BufferedImage imageIo() throws IOException {
        return PictureFiles.read(file, format);
    }

    @Benchmark
    public ImageCodec.DecodedImage pentimento() {
        return codec.decode(file);
    }
}
