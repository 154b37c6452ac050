package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.EditorPictures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the teapots of every role have in common: how they order, and what they report of it; with one flaw or none. */
final class TeapotDesk {
    static final String MODEL = "teapot-1";

    private final ProviderSettings settings;
    private final TeapotClient client;
    private final String key;
    private final Flaw flaw;

    TeapotDesk(ProviderSettings settings, TeapotClient client, String key, Flaw flaw) {
        this.settings = settings;
        this.client = client;
        this.key = key;
        this.flaw = flaw;
    }

    boolean suffers(Flaw other) {
        return flaw == other;
    }

    String model(@Nullable String wanted) {
        return wanted == null || flaw == Flaw.REPLACES_MODELS ? MODEL : wanted;
    }

    void requireOffered(@Nullable String wanted) {
        if (flaw != Flaw.KNOWS_NO_CATALOGUE) {
            settings.offered(model(wanted));
        }
    }

    Cost estimate(@Nullable String wanted) {
        return prices(model(wanted)).microUsd().isEmpty() ? Cost.unknown() : Cost.estimated(40_000);
    }

    private PriceList prices(String model) {
        return settings.model(model).map(ModelFacts::prices).orElse(PriceList.UNKNOWN);
    }

    Lines order(String words, @Nullable String wanted, List<EncodedImage> pictures) {
        Lines order = new Lines().with("words", words).with("model", model(wanted));
        pictures.forEach(picture -> order.with("image", picture.bytes()));
        return order.with("type", flaw == Flaw.MISNAMES_THE_TYPE ? "application/octet-stream" : "image/png");
    }

    /** The body of an answer with success. */
    byte[] send(Lines order, CallContext context) {
        TeapotReply reply = client.post(order.bytes(), context);
        if (reply.status() != 200) {
            throw new TeapotFailures(key, flaw).of(reply);
        }
        return reply.body();
    }

    ProviderFailure unusable(byte[] body) {
        byte[] evidence = flaw == Flaw.THROWS_EVIDENCE_AWAY ? new byte[0] : body;
        return new ProviderFailure.Unintelligible("Nothing of use in the answer", evidence, Cost.unknown(), null);
    }

    List<EncodedImage> images(byte[] body) {
        List<EncodedImage> images = Lines.read(body).all("image").stream()
                .map(this::image)
                .flatMap(Optional::stream)
                .toList();
        if (images.isEmpty()) {
            throw unusable(body);
        }
        return flaw == Flaw.MAKES_ONE ? images.subList(0, 1) : images;
    }

    private Optional<EncodedImage> image(byte[] bytes) {
        return EncodedImage.sniff(bytes)
                .map(found ->
                        flaw == Flaw.BELIEVES_CLAIMED_TYPES ? EditorPictures.png(EditorPictures.raster(found)) : found);
    }

    ProviderReport report(String words, @Nullable String wanted, Lines answer) {
        Usage usage = answer.first("usage")
                .filter(told -> flaw != Flaw.FORGETS_THE_USAGE)
                .map(count -> new Usage(Map.of(PriceUnit.IMAGE_OUTPUT_TOKEN, Long.parseLong(count))))
                .orElse(Usage.UNKNOWN);
        return new ProviderReport(
                TeapotProviderFactory.NAME,
                model(wanted),
                words,
                List.of(),
                cost(model(wanted), usage),
                usage,
                answer.first("id").orElse(""),
                true);
    }

    private Cost cost(String model, Usage usage) {
        return switch (flaw) {
            case REPORTS_NO_COST -> Cost.free();
            case GUESSES_A_PRICE -> Cost.reported(40_000);
            default -> prices(model).reported(usage);
        };
    }

    /** What a role says of itself. */
    String described(String role) {
        return flaw == Flaw.DESCRIBES_THE_KEY ? role + "[" + Objects.toString(key) + "]" : role;
    }
}
