package dev.pentimento.adapters.falgemini.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.testkit.wire.Account;
import dev.pentimento.testkit.wire.Attachment;
import dev.pentimento.testkit.wire.Complaint;
import dev.pentimento.testkit.wire.Good;
import dev.pentimento.testkit.wire.Order;
import dev.pentimento.testkit.wire.Promise;
import dev.pentimento.testkit.wiremock.WireMockScript;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Google, as the suites of the testkit want it to behave. */
final class GeminiScript extends WireMockScript {
    private final Usage usage;

    private GeminiScript(Usage usage) {
        this.usage = usage;
    }

    static GeminiScript ofWords() {
        return new GeminiScript(new Usage(Map.of(
                PriceUnit.TEXT_INPUT_TOKEN, 810L,
                PriceUnit.IMAGE_INPUT_TOKEN, 1120L,
                PriceUnit.TEXT_OUTPUT_TOKEN, 212L)));
    }

    static GeminiScript ofPictures() {
        return new GeminiScript(new Usage(Map.of(
                PriceUnit.TEXT_INPUT_TOKEN, 60L,
                PriceUnit.IMAGE_INPUT_TOKEN, 1120L,
                PriceUnit.TEXT_OUTPUT_TOKEN, 254L,
                PriceUnit.IMAGE_OUTPUT_TOKEN, 1120L)));
    }

    @Override
    public ProviderFactory factory() {
        return new GeminiProviderFactory();
    }

    @Override
    protected Map<String, String> settings(String vendor, String key) {
        return GeminiStub.values(vendor, key);
    }

    @Override
    public List<ModelFacts> models() {
        return GeminiStub.models(Map.of());
    }

    @Override
    public Map<Promise, String> differences() {
        return Map.of(Promise.SEED, "Gemini promises nothing for a seed, so none is sent");
    }

    @Override
    public Usage usage() {
        return usage;
    }

    @Override
    protected MappingBuilder order() {
        return post(urlPathMatching("/v1beta/models/.*:generateContent"));
    }

    @Override
    protected Order read(LoggedRequest order) {
        JsonNode parts = Json.tree(order.getBodyAsString()).at("/contents/0/parts");
        List<String> words = new ArrayList<>();
        List<Attachment> images = new ArrayList<>();
        for (JsonNode part : parts) {
            if (part.has("text")) {
                words.add(part.get("text").asText());
            } else {
                images.add(Attachment.of(
                        Base64.getDecoder().decode(part.at("/inlineData/data").asText()),
                        part.at("/inlineData/mimeType").asText()));
            }
        }
        return Order.of(words.stream().collect(Collectors.joining("\n")))
                .showing(images)
                .by(order.getUrl().replaceAll(".*/models/|:generateContent.*", ""));
    }

    @Override
    protected ResponseDefinitionBuilder answer(Good good, Account account) {
        return GeminiStub.answer(200, Spelled.answer(good, account));
    }

    @Override
    protected ResponseDefinitionBuilder complaint(Complaint complaint, String words) {
        return switch (complaint) {
            case RATE_LIMIT ->
                GeminiStub.answer(429, Spelled.error("RESOURCE_EXHAUSTED", words, "RetryInfo", "retryDelay", "7s"));
            case EMPTY_ACCOUNT ->
                GeminiStub.answer(
                        429, Spelled.error("RESOURCE_EXHAUSTED", "Your prepayment credits are depleted. " + words));
            case UNKNOWN_KEY ->
                GeminiStub.answer(
                        400, Spelled.error("INVALID_ARGUMENT", words, "ErrorInfo", "reason", "API_KEY_INVALID"));
            case FORBIDDEN_KEY -> GeminiStub.answer(403, Spelled.error("PERMISSION_DENIED", words));
            case INVALID_REQUEST -> GeminiStub.answer(400, Spelled.error("INVALID_ARGUMENT", words));
            case RETIRED_MODEL -> GeminiStub.answer(404, Spelled.error("NOT_FOUND", words));
            case POLICY -> GeminiStub.answer(200, Spelled.blocked(words));
            case OVERLOAD -> GeminiStub.answer(503, Spelled.error("UNAVAILABLE", words));
        };
    }

    @Override
    protected ResponseDefinitionBuilder breakdown(String words) {
        return GeminiStub.answer(500, Spelled.error("INTERNAL", words));
    }

    @Override
    public Class<? extends ProviderFailure> breakdown() {
        return ProviderFailure.Unavailable.class;
    }
}
