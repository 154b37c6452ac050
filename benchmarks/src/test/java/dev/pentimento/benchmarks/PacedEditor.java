package dev.pentimento.benchmarks;

import dev.pentimento.adapters.imaging.ImageIoCodecFactory;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.spi.IntakeLimits;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers every call after the same time with a picture of its own, at a price, so that the whole ledger is kept. Where the instruction ends with a
 * number, it tells so many times how far it has come.
 */
final class PacedEditor implements ImageEditor {
    static final ImageSize SIZE = new ImageSize(16, 16);
    static final ImageCodec CODEC = new ImageIoCodecFactory().create(IntakeLimits.DEFAULT);

    private final Duration time;
    private final AtomicInteger made = new AtomicInteger();

    PacedEditor(Duration time) {
        this.time = time;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        return new Capabilities(
                Set.of(RefinementKind.PROMPT),
                MaskForm.NONE,
                0,
                false,
                false,
                1,
                new Canvas.Any(),
                false,
                CostBasis.REPORTED);
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        EncodedImage picture = Pace.spend(time, context, () -> picture(made.incrementAndGet()));
        String words = request.instruction().text();
        int news = Integer.parseInt("0" + words.replaceAll("\\D", ""));
        for (int i = 1; i <= news; i++) {
            context.progress((double) i / news, "Step " + i);
        }
        return new MadeImages(
                List.of(picture),
                new ProviderReport(PacedProviderFactory.NAME, "paced-1", words, List.of(), Cost.reported(10), false));
    }

    static EncodedImage picture(int number) {
        return CODEC.encode(Raster.generate(SIZE, (x, y) -> 0xff000000 | number), MediaType.PNG);
    }

    @Override
    public Cost estimate(Request request) {
        return Cost.estimated(10);
    }
}
