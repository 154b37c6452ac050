package dev.pentimento.adapters.falgemini.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.testkit.TestCallContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the network does; the library would ask up to five times. */
class WireTest {
    private final GeminiStub google = GeminiStub.open();
    private final Provider gemini = google.provider();

    @AfterEach
    void close() {
        gemini.close();
        google.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"
            })
    void aBrokenConnectionLeavesTheOutcomeUnknown(Fault fault) {
        google.answers(aResponse().withFault(fault));

        assertThat(failure()).isInstanceOf(ProviderFailure.OutcomeUnknown.class);
        assertThat(google.requests()).hasSize(1);
    }

    @Test
    void whereNobodyListensNothingIsSent() {
        google.close();

        assertThat(failure()).isInstanceOf(ProviderFailure.NotSent.class);
    }

    private ProviderFailure failure() {
        return catchThrowableOfType(
                ProviderFailure.class,
                () -> gemini.critic().orElseThrow().evaluate(Wishes.evaluation(), TestCallContext.calm()));
    }
}
