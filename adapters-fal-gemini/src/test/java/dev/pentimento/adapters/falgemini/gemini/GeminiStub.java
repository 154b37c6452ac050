package dev.pentimento.adapters.falgemini.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Stands in for Google on this machine. */
final class GeminiStub implements AutoCloseable {
    static final String KEY = "AIza-stub-key-0123456789";
    static final String TEXT_MODEL = "gemini-3.5-flash-lite";
    static final String IMAGE_MODEL = "gemini-3.1-flash-image";
    static final String OLD_MODEL = "gemini-2.5-flash";

    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 20);
    private static final LocalDate GONE = LocalDate.of(2026, 12, 1);
    private static final Instant NOW = Instant.parse("2026-12-24T12:00:00Z");
    private static final PriceList TEXT_PRICES = new PriceList(Map.of(
            PriceUnit.TEXT_INPUT_TOKEN, 300_000L,
            PriceUnit.IMAGE_INPUT_TOKEN, 300_000L,
            PriceUnit.TEXT_OUTPUT_TOKEN, 2_500_000L));
    private static final PriceList IMAGE_PRICES = new PriceList(Map.of(
            PriceUnit.TEXT_INPUT_TOKEN, 500_000L,
            PriceUnit.IMAGE_INPUT_TOKEN, 500_000L,
            PriceUnit.TEXT_OUTPUT_TOKEN, 3_000_000L,
            PriceUnit.IMAGE_OUTPUT_TOKEN, 60_000_000L));

    private final WireMockServer google =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    private GeminiStub() {
        google.start();
    }

    static GeminiStub open() {
        return new GeminiStub();
    }

    /** A provider that takes this for Google, on a day when one of the models is gone. */
    Provider provider() {
        return new GeminiProviderFactory().create(settings(Map.of()), nothing());
    }

    ProviderSettings settings(Map<String, String> imageTraits) {
        return ProviderSettings.of(Gemini.NAME, values(google.baseUrl(), KEY), models(imageTraits), () -> NOW);
    }

    static Map<String, String> values(String url, String key) {
        return Map.of("api-key", key, "base-url", url, "critic-model", TEXT_MODEL, "image-model", IMAGE_MODEL);
    }

    static List<ModelFacts> models(Map<String, String> imageTraits) {
        return List.of(
                new ModelFacts(TEXT_MODEL, TEXT_PRICES, Map.of(), null, null, "", CHECKED),
                new ModelFacts(IMAGE_MODEL, IMAGE_PRICES, imageTraits, null, null, "", CHECKED),
                new ModelFacts(OLD_MODEL, TEXT_PRICES, Map.of(), GONE, TEXT_MODEL, "", CHECKED));
    }

    static ImageSource nothing() {
        return (url, context) -> {
            throw new AssertionError("Gemini answers with pictures, not with addresses such as " + url);
        };
    }

    static ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=UTF-8")
                .withBody(body);
    }

    void answers(int status, String body) {
        answers(answer(status, body));
    }

    void answers(ResponseDefinitionBuilder response) {
        google.stubFor(post(anyUrl()).willReturn(response));
    }

    /** One after the other. */
    void answersInTurn(ResponseDefinitionBuilder... responses) {
        for (int turn = 0; turn < responses.length; turn++) {
            google.stubFor(post(anyUrl())
                    .inScenario("turns")
                    .whenScenarioStateIs(turn == 0 ? Scenario.STARTED : "" + turn)
                    .willSetStateTo("" + (turn + 1))
                    .willReturn(responses[turn]));
        }
    }

    String url() {
        return google.baseUrl();
    }

    /** The requests so far. */
    List<LoggedRequest> requests() {
        return google.findAll(postRequestedFor(anyUrl()));
    }

    /** The only request. */
    LoggedRequest request() {
        List<LoggedRequest> all = requests();
        if (all.size() != 1) {
            throw new AssertionError("Exactly one request was to be made, but there were " + all.size());
        }
        return all.get(0);
    }

    @Override
    public void close() {
        google.stop();
    }
}
