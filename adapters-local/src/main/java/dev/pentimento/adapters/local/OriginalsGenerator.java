package dev.pentimento.adapters.local;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws logos and posters from words: the same request gives the same bytes, and each variant is a design of its own. */
final class OriginalsGenerator implements ImageGenerator {
    private static final int LEAST_SIDE = 16;
    private static final int MOST_SIDE = 4096;

    private final long defaultSeed;

    OriginalsGenerator(long defaultSeed) {
        this.defaultSeed = defaultSeed;
    }

    @Override
    public Cost estimate(Request request) {
        return Cost.free();
    }

    @Override
    public int maxVariants(@Nullable String model) {
        LocalEditor.checkModel(model);
        return ImageGenerator.super.maxVariants(model);
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        context.checkCanceled();
        BundledFont.beReady();
        Orders orders = Orders.of(request.instruction().text());
        DrawingWish wish = wish(request, orders);
        Designs designs = designs(wish, request);
        List<EncodedImage> images = new ArrayList<>();
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < request.variants(); i++) {
            Design design = designs.variant(i);
            context.checkCanceled();
            context.progress((double) i / request.variants(), design.words());
            Raster drawing = Sheet.draw(design, request.size());
            images.add(PngPixels.encode(orders.tuning().applied(drawing, design.number(), context)));
            drawn.add(design.words() + orders.tuning().words());
        }
        context.checkCanceled();
        return new MadeImages(images, LocalEditor.report(String.join("; ", drawn), wish.notUnderstood()));
    }

    @Override
    public Preview preview(Request request) {
        Orders orders = Orders.of(request.instruction().text());
        DrawingWish wish = wish(request, orders);
        Designs designs = designs(wish, request);
        String words = IntStream.range(0, request.variants())
                .mapToObj(i -> designs.variant(i).words() + orders.tuning().words())
                .collect(Collectors.joining("; "));
        return new Preview(LocalEditor.MODEL, words, wish.notUnderstood());
    }

    private static DrawingWish wish(Request request, Orders orders) {
        LocalEditor.checkModel(request.model());
        checkSize(request.size());
        DrawingWish wish = DrawingWords.read(orders.shown(), request.brief()).in(orders.colors());
        if (wish.isEmpty()) {
            throw nothingToDraw(request, wish);
        }
        return wish;
    }

    private Designs designs(DrawingWish wish, Request request) {
        Long seed = request.seed();
        return new Designs(wish, request.size(), seed == null ? defaultSeed : seed);
    }

    private static void checkSize(ImageSize size) {
        int shorter = Math.min(size.width(), size.height());
        int longer = Math.max(size.width(), size.height());
        if (shorter < LEAST_SIDE || longer > MOST_SIDE) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine draws pictures of %d to %d px a side but was asked for %s"
                            .formatted(LEAST_SIDE, MOST_SIDE, size));
        }
    }

    private static ProviderFailure nothingToDraw(Request request, DrawingWish wish) {
        String words = wish.notUnderstood().isEmpty()
                ? request.instruction().text().replaceAll("\\s+", " ")
                : String.join(", ", wish.notUnderstood());
        return new ProviderFailure.InvalidRequest(
                "The local engine found nothing to draw in '%s'; it draws a name in quotes, themes (%s) and these motifs: %s"
                        .formatted(words, themes(), motifs()));
    }

    private static String themes() {
        return Themes.all().stream().map(Theme::name).collect(Collectors.joining(", "));
    }

    private static String motifs() {
        return Arrays.stream(Motif.values()).map(Motif::label).sorted().collect(Collectors.joining(", "));
    }
}
