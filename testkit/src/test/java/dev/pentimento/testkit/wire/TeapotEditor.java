package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.EditorPictures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has images edited by a vendor that does not exist, with one flaw or none. */
final class TeapotEditor implements ImageEditor {
    static final String MODEL = "teapot-1";

    private static final Capabilities ABLE = new Capabilities(
            EnumSet.of(RefinementKind.PROMPT, RefinementKind.SUBJECT),
            MaskForm.TRANSPARENT_IS_EDIT,
            2,
            true,
            true,
            3,
            new Canvas.Listed(List.of(new ImageSize(128, 128))),
            false,
            CostBasis.REPORTED);

    private final ProviderSettings settings;
    private final TeapotClient client;
    private final String key;
    private final Flaw flaw;
    private volatile @Nullable EncodedImage seen;

    TeapotEditor(ProviderSettings settings, TeapotClient client, String key, Flaw flaw) {
        this.settings = settings;
        this.client = client;
        this.key = key;
        this.flaw = flaw;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        return ABLE;
    }

    @Override
    public Cost estimate(Request request) {
        return prices(model(request)).microUsd().isEmpty() ? Cost.unknown() : Cost.estimated(40_000);
    }

    private PriceList prices(String model) {
        return settings.model(model).map(ModelFacts::prices).orElse(PriceList.UNKNOWN);
    }

    @Override
    public Preview preview(Request request) {
        String words = flaw == Flaw.PREVIEWS_SOMETHING_ELSE ? "tea" : words(request);
        return new Preview(model(request), words, List.of());
    }

    private String words(Request request) {
        return flaw == Flaw.FORGETS_THE_BRIEF ? request.instruction().text() : request.prompt(2000);
    }

    private String model(Request request) {
        return request.model() == null || flaw == Flaw.REPLACES_MODELS ? MODEL : request.model();
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        check(request);
        TeapotReply reply = client.post(order(request).bytes(), context);
        if (reply.status() != 200) {
            throw new TeapotFailures(key, flaw).of(reply);
        }
        Lines answer = Lines.read(reply.body());
        List<EncodedImage> images = answer.all("image").stream()
                .map(this::image)
                .flatMap(Optional::stream)
                .toList();
        if (images.isEmpty()) {
            byte[] evidence = flaw == Flaw.THROWS_EVIDENCE_AWAY ? new byte[0] : reply.body();
            throw new ProviderFailure.Unintelligible("No image in the answer", evidence, Cost.unknown(), null);
        }
        return new MadeImages(flaw == Flaw.MAKES_ONE ? images.subList(0, 1) : images, report(request, answer));
    }

    private Optional<EncodedImage> image(byte[] bytes) {
        return EncodedImage.sniff(bytes)
                .map(found ->
                        flaw == Flaw.BELIEVES_CLAIMED_TYPES ? EditorPictures.png(EditorPictures.raster(found)) : found);
    }

    private void check(Request request) {
        if (flaw != Flaw.KNOWS_NO_CATALOGUE) {
            settings.offered(model(request));
        }
        if (!ABLE.kinds().contains(request.kind()) && flaw != Flaw.TAKES_ANY_KIND) {
            throw new ProviderFailure.InvalidRequest("A teapot does no " + request.kind());
        }
        if (request.references().size() > ABLE.maxReferences() && flaw != Flaw.TAKES_ANY_NUMBER_OF_REFERENCES) {
            throw new ProviderFailure.InvalidRequest("Too many references");
        }
        if (request.knobs().candidates() > ABLE.maxCandidates()) {
            throw new ProviderFailure.InvalidRequest("Too many candidates");
        }
    }

    private Lines order(Request request) {
        Lines order = new Lines().with("words", words(request)).with("model", model(request));
        pictures(request).forEach(picture -> order.with("image", picture.bytes()));
        order.with("type", flaw == Flaw.MISNAMES_THE_TYPE ? "application/octet-stream" : "image/png");
        mask(request).ifPresent(mask -> order.with("mask", mask.bytes()));
        Long seed = request.knobs().seed();
        if (seed != null && flaw != Flaw.FORGETS_THE_SEED) {
            order.with("seed", seed.toString());
        }
        double strength = request.knobs().strength().value();
        order.with("strength", Double.toString(flaw == Flaw.TURNS_STRENGTH_ROUND ? 1 - strength : strength));
        return order.with("count", Integer.toString(request.knobs().candidates()));
    }

    private List<EncodedImage> pictures(Request request) {
        List<EncodedImage> pictures = new ArrayList<>(request.references());
        pictures.add(0, base(request));
        if (flaw == Flaw.DROPS_THE_IMAGE) {
            pictures.remove(0);
        }
        if (flaw == Flaw.SENDS_REFERENCES_FIRST) {
            Collections.rotate(pictures, -1);
        }
        return pictures;
    }

    private EncodedImage base(Request request) {
        EncodedImage mask = request.maskFile();
        if (flaw == Flaw.SWAPS_IMAGE_AND_MASK && mask != null) {
            return mask;
        }
        EncodedImage last = seen;
        seen = request.base();
        return flaw == Flaw.MIXES_CALLS_UP && last != null ? last : request.base();
    }

    private Optional<EncodedImage> mask(Request request) {
        Mask mask = request.mask();
        if (mask == null) {
            return Optional.empty();
        }
        if (flaw == Flaw.SWAPS_IMAGE_AND_MASK) {
            return Optional.of(request.base());
        }
        MaskForm form = flaw == Flaw.INVERTS_THE_MASK ? MaskForm.WHITE_IS_EDIT : MaskForm.TRANSPARENT_IS_EDIT;
        return Optional.ofNullable(EditorPictures.file(mask, form));
    }

    private ProviderReport report(Request request, Lines answer) {
        Usage usage = answer.first("usage")
                .filter(told -> flaw != Flaw.FORGETS_THE_USAGE)
                .map(count -> new Usage(Map.of(PriceUnit.IMAGE_OUTPUT_TOKEN, Long.parseLong(count))))
                .orElse(Usage.UNKNOWN);
        return new ProviderReport(
                TeapotProviderFactory.NAME,
                model(request),
                words(request),
                List.of(),
                cost(request, usage),
                usage,
                answer.first("id").orElse(""),
                true);
    }

    private Cost cost(Request request, Usage usage) {
        return switch (flaw) {
            case REPORTS_NO_COST -> Cost.free();
            case GUESSES_A_PRICE -> Cost.reported(40_000);
            default -> prices(model(request)).reported(usage);
        };
    }

    @Override
    public String toString() {
        return flaw == Flaw.DESCRIBES_THE_KEY ? "TeapotEditor[" + Objects.toString(key) + "]" : "TeapotEditor";
    }
}
