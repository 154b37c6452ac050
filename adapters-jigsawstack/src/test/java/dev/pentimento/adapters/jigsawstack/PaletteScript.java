package dev.pentimento.adapters.jigsawstack;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.testkit.wire.Account;
import dev.pentimento.testkit.wire.Good;
import dev.pentimento.testkit.wire.Order;
import dev.pentimento.testkit.wire.Promise;
import java.util.Map;

/** {@code prompt_engine/run}. */
final class PaletteScript extends JigsawStackScript {

    @Override
    public Map<Promise, String> differences() {
        Map<Promise, String> differences = super.differences();
        differences.put(
                Promise.GARBAGE, "palettes are never worth a failure: built-in ones take the place of unusable ones");
        return differences;
    }

    @Override
    public Usage usage() {
        return new Usage(Map.of(PriceUnit.TEXT_INPUT_TOKEN, 120L, PriceUnit.TEXT_OUTPUT_TOKEN, 340L));
    }

    @Override
    protected MappingBuilder order() {
        return post(urlPathEqualTo("/v1/prompt_engine/run"));
    }

    /** The words with the values in their places, as the prompt engine reads them. */
    @Override
    protected Order read(LoggedRequest request) {
        JsonNode order = Json.read(request.getBody()).orElseThrow();
        String words = order.path("prompt").textValue();
        for (JsonNode input : order.path("inputs")) {
            String key = input.path("key").textValue();
            words = words.replace(
                    "{" + key + "}", order.path("input_values").path(key).textValue());
        }
        return Order.of(words);
    }

    @Override
    protected ResponseDefinitionBuilder answer(Good good, Account account) {
        ObjectNode answer = Json.object().put("success", true).put("message", "Prompt ran");
        ArrayNode result = answer.putArray("result");
        ((Good.Palettes) good).palettes().forEach(palette -> result.add(json(palette)));
        if (account.usage().isKnown()) {
            Map<PriceUnit, Long> counted = account.usage().amounts();
            answer.set(
                    "_usage",
                    Json.object()
                            .put("input_tokens", counted.get(PriceUnit.TEXT_INPUT_TOKEN))
                            .put("output_tokens", counted.get(PriceUnit.TEXT_OUTPUT_TOKEN)));
        }
        return okJson(answer.toString());
    }

    private static ObjectNode json(Palette palette) {
        ObjectNode json = Json.object().put("name", palette.name()).put("description", palette.description());
        ArrayNode colors = json.putArray("colors");
        palette.colors().forEach(colors::add);
        return json;
    }
}
