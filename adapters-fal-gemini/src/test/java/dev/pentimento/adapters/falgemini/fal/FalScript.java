package dev.pentimento.adapters.falgemini.fal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.testkit.wire.Account;
import dev.pentimento.testkit.wire.Attachment;
import dev.pentimento.testkit.wire.Complaint;
import dev.pentimento.testkit.wire.Good;
import dev.pentimento.testkit.wire.Order;
import dev.pentimento.testkit.wiremock.WireMockScript;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How fal spells everything. */
class FalScript extends WireMockScript {
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 20);

    private final String editing;

    private FalScript(String editing) {
        this.editing = editing;
    }

    /** With the usual endpoints. */
    static FalScript usual() {
        return new FalScript(FalStub.EDIT);
    }

    /** With another one for edits. */
    static FalScript editingBy(String endpoint) {
        return new FalScript(endpoint);
    }

    @Override
    public ProviderFactory factory() {
        return new FalProviderFactory();
    }

    @Override
    protected Map<String, String> settings(String vendor, String key) {
        return Map.of(
                "queue-url", vendor,
                "upload-url", vendor,
                "api-key", key,
                "edit-endpoint", editing,
                "inpaint-endpoint", FalStub.INPAINT,
                "generate-endpoint", FalStub.GENERATE,
                "poll-interval", "PT0.01S");
    }

    @Override
    public List<ModelFacts> models() {
        PriceList price = new PriceList(Map.of(PriceUnit.BILLABLE_MILLIUNIT, 30_000L));
        return KnownEndpoints.all().keySet().stream()
                .map(id -> new ModelFacts(id, price, Map.of("billable-unit", "image"), null, null, "a test", CHECKED))
                .toList();
    }

    @Override
    public Usage usage() {
        return new Usage(Map.of(PriceUnit.BILLABLE_MILLIUNIT, 1500L));
    }

    @Override
    public Class<? extends ProviderFailure> breakdown() {
        return ProviderFailure.Unavailable.class;
    }

    @Override
    protected MappingBuilder order() {
        return post(urlPathMatching("/fal-ai/.*"));
    }

    @Override
    protected Order read(LoggedRequest order) {
        JsonObject said = JsonParser.parseString(order.getBodyAsString()).getAsJsonObject();
        return Order.of(said.get("prompt").getAsString())
                .showing(pictures(said))
                .within(picture(said, "mask_url").map(Order::whiteIsEdit).orElse(null))
                .by(order.getUrl().substring(1))
                .seeded(member(said, "seed").map(JsonElement::getAsLong).orElse(null))
                .moving(member(said, "strength").map(JsonElement::getAsDouble).orElse(null))
                .times(said.get("num_images").getAsInt());
    }

    private static List<Attachment> pictures(JsonObject said) {
        Stream<JsonElement> several =
                member(said, "image_urls").stream().flatMap(urls -> urls.getAsJsonArray().asList().stream());
        return Stream.concat(
                        picture(said, "image_url").stream(),
                        several.map(JsonElement::getAsString).map(FalScript::attachment))
                .toList();
    }

    private static Optional<Attachment> picture(JsonObject said, String parameter) {
        return member(said, parameter).map(JsonElement::getAsString).map(FalScript::attachment);
    }

    private static Optional<JsonElement> member(JsonObject said, String parameter) {
        return Optional.ofNullable(said.get(parameter));
    }

    private static Attachment attachment(String dataUri) {
        String[] parts = dataUri.split("[:;,]", 4);
        return Attachment.of(Base64.getDecoder().decode(parts[3]), parts[1]);
    }

    /** All orders are the same request of the queue, which is done at once. */
    @Override
    public void deliver(Good good, Account account) {
        String path = "/fal-ai/app/requests/" + id(account);
        server().stubFor(get(urlPathEqualTo(path + "/status")).willReturn(FalStub.completed()));
        server().stubFor(get(urlPathEqualTo(path)).willReturn(result((Good.Images) good, account)));
        super.deliver(good, account);
    }

    private static String id(Account account) {
        return account.requestId().isEmpty() ? FalStub.REQUEST : account.requestId();
    }

    @Override
    protected ResponseDefinitionBuilder answer(Good good, Account account) {
        String request = vendor() + "/fal-ai/app/requests/" + id(account);
        return FalStub.json(200, FalStub.receipt(id(account), request));
    }

    private ResponseDefinitionBuilder result(Good.Images good, Account account) {
        List<String> images = new ArrayList<>();
        for (EncodedImage image : good.images()) {
            String path = "/files/%d.png".formatted(images.size());
            server().stubFor(get(urlPathEqualTo(path)).willReturn(aResponse().withBody(image.bytes())));
            images.add("{\"url\": \"%s\", \"content_type\": \"image/png\"}"
                    .formatted(address().resolve(path)));
        }
        ResponseDefinitionBuilder result =
                FalStub.json(200, "{\"images\": [%s], \"seed\": 7}".formatted(String.join(", ", images)));
        return account.usage().isKnown() ? result.withHeader("x-fal-billable-units", "1.5") : result;
    }

    @Override
    protected ResponseDefinitionBuilder complaint(Complaint complaint, String words) {
        return switch (complaint) {
            case RATE_LIMIT ->
                infrastructure(429, words, "rate_limit")
                        .withHeader("Retry-After", Long.toString(Complaint.WAIT.toSeconds()));
            case EMPTY_ACCOUNT -> plain(403, "User is locked. Reason: Exhausted balance. " + words);
            case UNKNOWN_KEY -> plain(401, words);
            case FORBIDDEN_KEY -> plain(403, words);
            case INVALID_REQUEST -> ofTheModel(words, "value_error");
            case RETIRED_MODEL -> plain(404, "Application not found. " + words);
            case POLICY -> ofTheModel(words, "content_policy_violation");
            case OVERLOAD -> infrastructure(503, words, "runner_scheduling_failure");
        };
    }

    @Override
    protected ResponseDefinitionBuilder breakdown(String words) {
        return plain(500, words);
    }

    private static ResponseDefinitionBuilder plain(int status, String words) {
        return FalStub.json(status, "{\"detail\": \"%s\"}".formatted(words));
    }

    private static ResponseDefinitionBuilder infrastructure(int status, String words, String type) {
        return FalStub.json(status, "{\"detail\": \"%s\", \"error_type\": \"%s\"}".formatted(words, type))
                .withHeader("X-Fal-Error-Type", type);
    }

    private static ResponseDefinitionBuilder ofTheModel(String words, String type) {
        return FalStub.json(
                422, "{\"detail\": [{\"loc\": [\"body\"], \"msg\": \"%s\", \"type\": \"%s\"}]}".formatted(words, type));
    }
}
