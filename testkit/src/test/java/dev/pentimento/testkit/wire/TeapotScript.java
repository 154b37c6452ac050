package dev.pentimento.testkit.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.testkit.wiremock.WireMockScript;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How the vendor that does not exist spells everything. */
final class TeapotScript extends WireMockScript {
    private static final Map<PriceUnit, Long> PRICES = Map.of(PriceUnit.IMAGE_OUTPUT_TOKEN, 30_000_000L);

    private final Flaw flaw;

    TeapotScript(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public ProviderFactory factory() {
        return new TeapotProviderFactory(flaw);
    }

    @Override
    protected Map<String, String> settings(String vendor, String key) {
        return Map.of("url", vendor, "key", key);
    }

    @Override
    public List<ModelFacts> models() {
        return List.of(new ModelFacts(
                TeapotDesk.MODEL, new PriceList(PRICES), Map.of(), null, null, "nowhere", LocalDate.of(2026, 11, 20)));
    }

    @Override
    public Usage usage() {
        return new Usage(Map.of(PriceUnit.IMAGE_OUTPUT_TOKEN, 1234L));
    }

    @Override
    protected MappingBuilder order() {
        return post(urlPathEqualTo("/brew"));
    }

    @Override
    protected Order read(LoggedRequest request) {
        Lines lines = Lines.read(request.getBody());
        String type = lines.first("type").orElse("");
        return Order.of(lines.first("words").orElse(""))
                .showing(lines.all("image").stream()
                        .map(bytes -> Attachment.of(bytes, type))
                        .toList())
                .within(lines.all("mask").stream()
                        .findFirst()
                        .map(bytes -> Order.transparentIsEdit(Attachment.of(bytes, type)))
                        .orElse(null))
                .by(lines.first("model").orElse(null))
                .seeded(lines.first("seed").map(Long::valueOf).orElse(null))
                .moving(lines.first("strength").map(Double::valueOf).orElse(null))
                .times(Integer.parseInt(lines.first("count").orElse("0")));
    }

    @Override
    protected ResponseDefinitionBuilder answer(Good good, Account account) {
        Lines answer = spelled(good);
        account.usage().amounts().values().forEach(count -> answer.with("usage", count.toString()));
        return aResponse().withBody(answer.with("id", account.requestId()).bytes());
    }

    private static Lines spelled(Good good) {
        Lines answer = new Lines();
        if (good instanceof Good.Images made) {
            made.images().forEach(image -> answer.with("image", image.bytes()));
        } else if (good instanceof Good.Judgement judgement) {
            spell(judgement.evaluation(), answer);
        } else if (good instanceof Good.Choice choice) {
            answer.with("better", choice.preference().better().name());
            answer.with("reason", choice.preference().reason());
        } else if (good instanceof Good.Palettes palettes) {
            palettes.palettes().forEach(palette -> answer.with("palette", spelled(palette)));
        } else if (good instanceof Good.Prompt prompt) {
            answer.with("prompt", prompt.text());
        }
        return answer;
    }

    private static void spell(Evaluation evaluation, Lines answer) {
        evaluation
                .answers()
                .forEach(said ->
                        answer.with("check." + said.check(), said.verdict().name()));
        evaluation.criteria().values().forEach(points -> answer.with("points", points.toString()));
        evaluation.issues().forEach(issue -> answer.with("issue", issue.description()));
        evaluation.suggestions().forEach(suggestion -> answer.with("suggestion", suggestion));
    }

    private static String spelled(Palette palette) {
        return palette.name() + "|" + palette.description() + "|" + String.join("|", palette.colors());
    }

    @Override
    protected ResponseDefinitionBuilder complaint(Complaint complaint, String words) {
        int status = switch (complaint) {
            case RATE_LIMIT -> 429;
            case EMPTY_ACCOUNT -> 402;
            case UNKNOWN_KEY -> 401;
            case FORBIDDEN_KEY -> 403;
            case INVALID_REQUEST -> 400;
            case RETIRED_MODEL -> 410;
            case POLICY -> 418;
            case OVERLOAD -> 529;
        };
        return aResponse()
                .withStatus(status)
                .withHeader("Retry-After", Long.toString(Complaint.WAIT.toSeconds()))
                .withBody(new Lines().with("words", words).bytes());
    }

    @Override
    protected ResponseDefinitionBuilder breakdown(String words) {
        return aResponse()
                .withStatus(500)
                .withBody(new Lines().with("words", words).bytes());
    }
}
