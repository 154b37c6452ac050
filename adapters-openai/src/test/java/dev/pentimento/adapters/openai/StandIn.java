package dev.pentimento.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.ports.spi.Provider;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** OpenAI on this machine: gives one answer to every request. */
final class StandIn extends WireMockExtension {

    StandIn() {
        super(newInstance().options(wireMockConfig().dynamicPort()));
    }

    String url() {
        return baseUrl() + "/v1";
    }

    StandIn answers(ResponseDefinitionBuilder answer) {
        stubFor(post(anyUrl()).willReturn(answer));
        return this;
    }

    Provider provider() {
        return Offered.provider(url());
    }

    Provider provider(Map<String, String> settings) {
        return Offered.provider(url(), settings);
    }

    List<LoggedRequest> posts() {
        return findAll(postRequestedFor(anyUrl()));
    }

    LoggedRequest onlyPost() {
        assertThat(getAllServeEvents()).hasSize(1);
        return posts().get(0);
    }

    /** The parts of the only form that came, in order. */
    List<FormPart> form() {
        return onlyPost().getParts().stream().map(FormPart::new).toList();
    }

    /** The only JSON that came. */
    JsonNode json() {
        try {
            return new ObjectMapper().readTree(onlyPost().getBody());
        } catch (IOException e) {
            throw new AssertionError("No JSON came", e);
        }
    }
}
