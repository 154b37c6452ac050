package dev.pentimento.adapters.jigsawstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.testkit.wire.Account;
import dev.pentimento.testkit.wire.Attachment;
import dev.pentimento.testkit.wire.Good;
import dev.pentimento.testkit.wire.Order;
import dev.pentimento.testkit.wire.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code image_generation}, with an image from the store or without. */
final class ImageScript extends JigsawStackScript {

    @Override
    public Map<Promise, String> differences() {
        Map<Promise, String> differences = super.differences();
        differences.put(
                Promise.USAGE, "JigsawStack counts nothing for images; their price in the catalogue is an estimate");
        return differences;
    }

    @Override
    protected MappingBuilder order() {
        return post(urlPathEqualTo("/v1/ai/image_generation"));
    }

    @Override
    protected Order read(LoggedRequest request) {
        JsonNode order = Json.read(request.getBody()).orElseThrow();
        JsonNode seed = order.path("advance_config").path("seed");
        return Order.of(order.path("prompt").textValue())
                .showing(Optional.ofNullable(order.get("file_store_key"))
                        .map(JsonNode::textValue)
                        .map(this::stored)
                        .map(List::of)
                        .orElse(List.of()))
                .seeded(seed.isMissingNode() ? null : Long.valueOf(seed.longValue()));
    }

    private Attachment stored(String name) {
        return uploads().stream()
                .filter(upload -> name.equals(upload.queryParameter("key").firstValue()))
                .map(upload -> Attachment.of(upload.getBody(), upload.getHeader("Content-Type")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is stored as " + name));
    }

    /** Asked for PNG, it claims to send that whatever it sends. */
    @Override
    protected ResponseDefinitionBuilder answer(Good good, Account account) {
        byte[] image = ((Good.Images) good).images().get(0).bytes();
        return aResponse().withHeader("Content-Type", "image/png").withBody(image);
    }
}
