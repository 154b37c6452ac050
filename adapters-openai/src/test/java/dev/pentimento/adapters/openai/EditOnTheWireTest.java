package dev.pentimento.adapters.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.TestCallContext;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditOnTheWireTest {
    @RegisterExtension
    static final WireMockExtension OPENAI = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Test
    void smoke() {
        OPENAI.stubFor(post(anyUrl())
                .willReturn(okJson(
                                "{\"created\":1,\"data\":[{\"b64_json\":\"%s\"}],\"usage\":{\"total_tokens\":1500,\"input_tokens\":444,\"output_tokens\":1056,\"input_tokens_details\":{\"text_tokens\":44,\"image_tokens\":400}}}"
                                        .formatted(Base64.getEncoder().encodeToString(Requests.PICTURE.bytes())))
                        .withHeader("x-request-id", "req_1")));

        MadeImages made = Offered.editor(Offered.provider(OPENAI.baseUrl() + "/v1"))
                .edit(Requests.edit(), TestCallContext.calm());

        System.err.println(made);
        OPENAI.findAll(postRequestedFor(anyUrl())).forEach(r -> {
            System.err.println(r.getUrl());
            System.err.println(r.getHeaders());
            r.getParts()
                    .forEach(p -> System.err.println(p.getHeaders() + " "
                            + (p.getBody().asString().length() > 100
                                    ? p.getBody().asBytes().length
                                    : p.getBody().asString())));
        });
        assertThat(made.images()).containsExactly(Requests.PICTURE);
    }
}
