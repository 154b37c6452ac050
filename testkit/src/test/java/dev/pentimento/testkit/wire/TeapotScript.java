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
                TeapotEditor.MODEL,
                new PriceList(PRICES),
                Map.of(),
                null,
                null,
                "nowhere",
                LocalDate.of(2026, 11, 20)));
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
        Lines answer = new Lines();
        ((Good.Images) good).images().forEach(image -> answer.with("image", image.bytes()));
        account.usage().amounts().values().forEach(count -> answer.with("usage", count.toString()));
        return aResponse().withBody(answer.with("id", account.requestId()).bytes());
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
