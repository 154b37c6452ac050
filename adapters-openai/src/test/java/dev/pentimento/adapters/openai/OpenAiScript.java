package dev.pentimento.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.testkit.wire.Account;
import dev.pentimento.testkit.wire.Attachment;
import dev.pentimento.testkit.wire.Complaint;
import dev.pentimento.testkit.wire.Good;
import dev.pentimento.testkit.wire.Order;
import dev.pentimento.testkit.wire.Promise;
import dev.pentimento.testkit.wiremock.WireMockScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How OpenAI spells everything. */
abstract class OpenAiScript extends WireMockScript {
    private static final String NO_SEEDS = "OpenAI's images API takes no seed";
    private static final String AT_ONCE = "OpenAI answers at once, so there is nothing to take up again";

    private final String path;

    private OpenAiScript(String path) {
        this.path = path;
    }

    static OpenAiScript edits() {
        return new OpenAiScript("/v1/images/edits") {
            @Override
            protected Order read(LoggedRequest order) {
                return readForm(order);
            }
        };
    }

    /** As {@link #edits}, to somebody who wants to see unfinished pictures: a single one comes as events. */
    static OpenAiScript watchedEdits() {
        return new OpenAiScript("/v1/images/edits") {
            @Override
            protected Map<String, String> settings(String vendor, String key) {
                Map<String, String> settings = new HashMap<>(super.settings(vendor, key));
                settings.put("partial-images", "2");
                return settings;
            }

            @Override
            protected Order read(LoggedRequest order) {
                return readForm(order);
            }

            @Override
            protected ResponseDefinitionBuilder answer(Good good, Account account) {
                List<EncodedImage> images = ((Good.Images) good).images();
                return images.size() == 1 ? events(images.get(0), account) : super.answer(good, account);
            }
        };
    }

    static OpenAiScript generations() {
        return new OpenAiScript("/v1/images/generations") {
            @Override
            protected Order read(LoggedRequest order) {
                return readJson(order);
            }
        };
    }

    @Override
    public ProviderFactory factory() {
        return new OpenAiProviderFactory();
    }

    @Override
    protected Map<String, String> settings(String vendor, String key) {
        return Map.of("base-url", vendor + "/v1", "api-key", key, "edit-model", Catalogue.SUNBURST, "quality", "high");
    }

    @Override
    public List<ModelFacts> models() {
        return Catalogue.models();
    }

    @Override
    public Map<Promise, String> differences() {
        return new EnumMap<>(Map.of(Promise.SEED, NO_SEEDS, Promise.RESUMPTION, AT_ONCE));
    }

    @Override
    public Usage usage() {
        return new Usage(Map.of(
                PriceUnit.TEXT_INPUT_TOKEN, 44L,
                PriceUnit.IMAGE_INPUT_TOKEN, 400L,
                PriceUnit.IMAGE_OUTPUT_TOKEN, 1056L));
    }

    @Override
    protected MappingBuilder order() {
        return post(urlPathEqualTo(path));
    }

    private static Order readForm(LoggedRequest order) {
        List<FormPart> parts = order.getParts().stream().map(FormPart::new).toList();
        Attachment mask = parts.stream()
                .filter(part -> part.name().equals("mask"))
                .findFirst()
                .map(OpenAiScript::attachment)
                .orElse(null);
        return Order.of(text(order, "prompt"))
                .showing(parts.stream()
                        .filter(part -> part.name().matches("image(\\[])?"))
                        .map(OpenAiScript::attachment)
                        .toList())
                .within(mask == null ? null : Order.transparentIsEdit(mask))
                .by(text(order, "model"))
                .times(Integer.parseInt(text(order, "n")));
    }

    private static Attachment attachment(FormPart part) {
        return Attachment.of(part.content(), part.type());
    }

    private static String text(Request order, String part) {
        return order.getPart(part).getBody().asString();
    }

    private static Order readJson(LoggedRequest order) {
        try {
            JsonNode json = new ObjectMapper().readTree(order.getBody());
            return Order.of(json.path("prompt").asText())
                    .by(json.path("model").textValue())
                    .times(json.path("n").intValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ResponseDefinitionBuilder answer(Good good, Account account) {
        EncodedImage[] images = ((Good.Images) good).images().toArray(EncodedImage[]::new);
        return named(Answers.imagesCounting(counted(account), images), account);
    }

    private static ResponseDefinitionBuilder events(EncodedImage image, Account account) {
        String kind = "image_edit";
        return named(
                Answers.events(
                        Answers.partial(kind, 0, image), Answers.completedCounting(kind, image, counted(account))),
                account);
    }

    private static String counted(Account account) {
        return account.usage().isKnown() ? Answers.USAGE : "null";
    }

    private static ResponseDefinitionBuilder named(ResponseDefinitionBuilder answer, Account account) {
        return answer.withHeader("x-request-id", account.requestId());
    }

    @Override
    protected ResponseDefinitionBuilder complaint(Complaint complaint, String words) {
        return switch (complaint) {
            case RATE_LIMIT ->
                Answers.error(429, "requests", "rate_limit_exceeded", words)
                        .withHeader("Retry-After", Long.toString(Complaint.WAIT.toSeconds()));
            case EMPTY_ACCOUNT -> Answers.error(429, "insufficient_quota", "insufficient_quota", words);
            case UNKNOWN_KEY -> Answers.error(401, "invalid_request_error", "invalid_api_key", words);
            case FORBIDDEN_KEY -> Answers.error(403, "invalid_request_error", "unsupported_country", words);
            case INVALID_REQUEST -> Answers.error(400, "invalid_request_error", "invalid_value", words);
            case RETIRED_MODEL -> Answers.error(404, "invalid_request_error", "model_not_found", words);
            case POLICY -> Answers.error(400, "image_generation_user_error", "moderation_blocked", words);
            case OVERLOAD -> Answers.error(503, "server_error", "server_is_overloaded", words);
        };
    }

    @Override
    protected ResponseDefinitionBuilder breakdown(String words) {
        return Answers.error(500, "server_error", "internal_error", words);
    }
}
