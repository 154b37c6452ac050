package dev.pentimento.adapters.jigsawstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.testkit.wire.Complaint;
import dev.pentimento.testkit.wire.Promise;
import dev.pentimento.testkit.wiremock.WireMockScript;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How JigsawStack spells what is the same with all its endpoints. */
abstract class JigsawStackScript extends WireMockScript {
    private static final String STORE = "/v1/store/file";

    JigsawStackScript() {
        server().stubFor(post(urlPathEqualTo(STORE)).willReturn(okJson("{\"success\":true,\"size\":1}")));
        server().stubFor(delete(urlPathMatching(STORE + "/read/.+")).willReturn(okJson("{\"success\":true}")));
    }

    @Override
    public ProviderFactory factory() {
        return new JigsawStackProviderFactory();
    }

    @Override
    protected Map<String, String> settings(String vendor, String key) {
        return Map.of("base-url", vendor, "api-key", key);
    }

    @Override
    public List<ModelFacts> models() {
        return List.of(
                priced(Studio.MODEL, Map.of(PriceUnit.IMAGE, 5_000L)),
                priced(
                        JigsawStackWriter.MODEL,
                        Map.of(PriceUnit.TEXT_INPUT_TOKEN, 1_000_000L, PriceUnit.TEXT_OUTPUT_TOKEN, 2_000_000L)));
    }

    private static ModelFacts priced(String model, Map<PriceUnit, Long> prices) {
        return new ModelFacts(model, new PriceList(prices), Map.of(), null, null, "a test", LocalDate.of(2026, 11, 20));
    }

    @Override
    public Map<Promise, String> differences() {
        Map<Promise, String> differences = new EnumMap<>(Promise.class);
        differences.put(Promise.OVERLOAD, "JigsawStack documents no error as not billed");
        differences.put(Promise.RETIRED_MODEL, "JigsawStack names no models, so it has no error for one that is gone");
        differences.put(Promise.REQUEST_ID, "JigsawStack gives requests no ids");
        return differences;
    }

    @Override
    protected ResponseDefinitionBuilder complaint(Complaint complaint, String words) {
        return switch (complaint) {
            case RATE_LIMIT ->
                error(429, words)
                        .withHeader("x-jigsaw-rate-limit-limit", "50")
                        .withHeader("x-jigsaw-rate-limit-remaining", "0")
                        .withHeader(
                                "x-jigsaw-rate-limit-reset",
                                Long.toString(Instant.now().plus(Complaint.WAIT).toEpochMilli()));
            case EMPTY_ACCOUNT -> error(402, words);
            case UNKNOWN_KEY -> error(401, words);
            case FORBIDDEN_KEY -> error(403, words);
            case INVALID_REQUEST -> error(422, words);
            case POLICY -> error(400, "Blocked by the content policy. " + words);
            case RETIRED_MODEL, OVERLOAD -> throw new AssertionError(complaint + " is a declared difference");
        };
    }

    @Override
    protected ResponseDefinitionBuilder breakdown(String words) {
        return error(500, words);
    }

    private static ResponseDefinitionBuilder error(int status, String words) {
        ObjectNode error = Json.object().put("success", false);
        error.set("error", Json.object().put("message", words));
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(error.toString());
    }

    /** What was put into the store, and not by whom. */
    final List<LoggedRequest> uploads() {
        return received().stream()
                .filter(request -> request.getMethod().equals(RequestMethod.POST)
                        && request.getUrl().startsWith(STORE))
                .toList();
    }

    /** The names of what was deleted. */
    final List<String> deleted() {
        return received().stream()
                .filter(request -> request.getMethod().equals(RequestMethod.DELETE))
                .map(request -> request.getUrl().replaceFirst(".*/", ""))
                .toList();
    }
}
