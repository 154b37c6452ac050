package dev.pentimento.adapters.falgemini.fal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands in for fal on this machine: its queue, its storage and the host of its results. */
final class FalStub implements AutoCloseable {
    static final String KEY = "fal-stub-id:fal-stub-secret";
    static final String GENERATE = "fal-ai/fast-lightning-sdxl";
    static final String EDIT = "fal-ai/flux/dev/image-to-image";
    static final String INPAINT = "fal-ai/fast-lightning-sdxl/inpainting";
    static final String GONE = "fal-ai/old-model/edit";
    static final String REQUEST = "764cabcf-b745-4b3e-ae38-1200304cf45b";

    private static final String REQUESTS = "/[^/]+/[^/]+/requests/" + REQUEST;
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-12-24T12:00:00Z");

    private final WireMockServer fal =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final Map<String, String> settings = new HashMap<>();
    private final List<ModelFacts> models = new ArrayList<>();

    private FalStub() {
        fal.start();
        settings.putAll(Map.of(
                "api-key", KEY,
                "queue-url", fal.baseUrl(),
                "upload-url", fal.baseUrl(),
                "generate-endpoint", GENERATE,
                "edit-endpoint", EDIT,
                "inpaint-endpoint", INPAINT,
                "poll-interval", "PT0.01S"));
        models.add(model(GENERATE, Map.of()));
        models.add(model(EDIT, Map.of("billable-unit", "megapixel")));
        models.add(new ModelFacts(GONE, PriceList.UNKNOWN, Map.of(), LocalDate.of(2026, 12, 1), EDIT, "", CHECKED));
        takesRequests();
        states(completed());
        delivers(images("/files/a.png"));
        hosts("/files/a.png", Wishes.RED.bytes());
    }

    static FalStub open() {
        return new FalStub();
    }

    /** 0.03 USD a unit. */
    private static ModelFacts model(String id, Map<String, String> traits) {
        PriceList prices = new PriceList(Map.of(PriceUnit.BILLABLE_MILLIUNIT, 30_000L));
        return new ModelFacts(id, prices, traits, null, null, "", CHECKED);
    }

    FalStub with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    FalStub declaring(String endpoint, Map<String, String> traits) {
        models.removeIf(model -> model.id().equals(endpoint));
        models.add(model(endpoint, traits));
        return this;
    }

    ProviderSettings settings() {
        return ProviderSettings.of(FalProviderFactory.NAME, settings, models, () -> NOW);
    }

    /** On a day when one of the models is gone. */
    Provider provider() {
        return provider(FalStub::fetch);
    }

    Provider provider(ImageSource results) {
        return new FalProviderFactory().create(settings(), results);
    }

    private static ImageFile fetch(URI url, CallContext context) {
        try (var in = url.toURL().openStream()) {
            return new ImageFile("result", in.readAllBytes());
        } catch (IOException e) {
            throw new FetchFailure(FetchFailure.Reason.UNREACHABLE, url + " does not answer", e);
        }
    }

    String url() {
        return fal.baseUrl();
    }

    String at(String path) {
        return fal.baseUrl() + path;
    }

    /** As fal's queue answers a request; with addresses of its own. */
    void takesRequests() {
        submissions(json(200, receipt()));
    }

    String receipt() {
        return receipt(REQUEST, at("/fal-ai/app/requests/" + REQUEST));
    }

    static String receipt(String id, String request) {
        return """
                {"status": "IN_QUEUE", "request_id": "%s", "response_url": "%s", "status_url": "%s/status", \
                "cancel_url": "%s/cancel", "queue_position": 0}""".formatted(id, request, request, request);
    }

    void submissions(ResponseDefinitionBuilder response) {
        fal.stubFor(post(urlPathMatching("/(fal-ai|workflows)/.*")).willReturn(response));
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    static ResponseDefinitionBuilder completed() {
        return json(200, "{\"status\": \"COMPLETED\", \"logs\": [], \"metrics\": {\"inference_time\": 0.4}}");
    }

    /** One after the other; the last one stays. */
    void states(ResponseDefinitionBuilder... responses) {
        fal.resetScenarios();
        for (int turn = 0; turn < responses.length; turn++) {
            int next = Math.min(turn + 1, responses.length - 1);
            fal.stubFor(get(urlPathMatching(REQUESTS + "/status"))
                    .inScenario("states")
                    .whenScenarioStateIs(turnState(turn))
                    .willSetStateTo(turnState(next))
                    .willReturn(responses[turn]));
        }
    }

    private static String turnState(int turn) {
        return turn == 0 ? Scenario.STARTED : "" + turn;
    }

    void delivers(String result) {
        results(json(200, result));
    }

    void results(ResponseDefinitionBuilder response) {
        fal.stubFor(get(urlPathMatching(REQUESTS)).willReturn(response));
    }

    String images(String... paths) {
        List<String> images = List.of(paths).stream()
                .map(path -> path.startsWith("/") ? at(path) : path)
                .map("{\"url\": \"%s\", \"content_type\": \"image/jpeg\", \"width\": 8, \"height\": 8}"::formatted)
                .toList();
        return "{\"images\": [%s], \"seed\": 7, \"prompt\": \"as fal understood it\"}"
                .formatted(String.join(", ", images));
    }

    void hosts(String path, byte[] file) {
        fal.stubFor(get(urlPathEqualTo(path)).willReturn(aResponse().withBody(file)));
    }

    void cancellations(ResponseDefinitionBuilder response) {
        fal.stubFor(put(urlPathMatching(REQUESTS + "/cancel")).willReturn(response));
    }

    void storesAt(String uploadUrl, String fileUrl) {
        uploads(json(200, "{\"upload_url\": \"%s\", \"file_url\": \"%s\"}".formatted(uploadUrl, fileUrl)));
        fal.stubFor(put(urlPathMatching("/store/.*")).willReturn(aResponse().withStatus(200)));
    }

    void uploads(ResponseDefinitionBuilder response) {
        fal.stubFor(post(urlPathEqualTo("/storage/upload/initiate")).willReturn(response));
    }

    void storing(ResponseDefinitionBuilder response) {
        fal.stubFor(put(urlPathMatching("/store/.*")).willReturn(response));
    }

    /** All requests so far, oldest first, such as {@code POST /fal-ai/flux}. */
    List<String> journal() {
        List<LoggedRequest> requests = requests();
        return requests.stream()
                .map(request -> request.getMethod() + " " + request.getUrl())
                .toList();
    }

    List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        fal.getAllServeEvents().forEach(event -> requests.add(event.getRequest()));
        Collections.reverse(requests);
        return requests;
    }

    /** The requests that cost money. */
    List<LoggedRequest> submitted() {
        return requests().stream()
                .filter(request -> request.getMethod().equals(RequestMethod.POST)
                        && !request.getUrl().startsWith("/storage/"))
                .toList();
    }

    /** What the only one says. */
    JsonObject order() {
        List<LoggedRequest> orders = submitted();
        if (orders.size() != 1) {
            throw new AssertionError("Exactly one order was to be made, but there were " + orders.size());
        }
        return JsonParser.parseString(orders.get(0).getBodyAsString()).getAsJsonObject();
    }

    @Override
    public void close() {
        fal.stop();
    }
}
