package dev.pentimento.adapters.falgemini.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.TestCallContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** The control of the library's attempts: the client stops their requests, but not that they are begun. */
    @Test
    void aBrokenConnectionIsNotMadeAgain() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread keeper = new Thread(() -> slam(door, connections));
            keeper.start();

            ProviderFailure failure = evaluateAt("http://127.0.0.1:" + door.getLocalPort());

            assertThat(failure).isInstanceOf(ProviderFailure.OutcomeUnknown.class);
            assertThat(connections).hasValue(1);
        }
    }

    private static void slam(ServerSocket door, AtomicInteger connections) {
        try {
            while (true) {
                try (Socket visitor = door.accept()) {
                    connections.incrementAndGet();
                    visitor.getInputStream().read();
                }
            }
        } catch (IOException closed) {
            assertThat(door.isClosed()).isTrue();
        }
    }

    private static ProviderFailure evaluateAt(String url) {
        Map<String, String> settings = Map.of(
                "api-key",
                GeminiStub.KEY,
                "base-url",
                url,
                "critic-model",
                GeminiStub.TEXT_MODEL,
                "image-model",
                GeminiStub.IMAGE_MODEL);
        try (Provider gemini =
                new GeminiProviderFactory().create(ProviderSettings.of("gemini", settings), GeminiStub.nothing())) {
            return failure(gemini);
        }
    }

    private ProviderFailure failure() {
        return failure(gemini);
    }

    private static ProviderFailure failure(Provider gemini) {
        return catchThrowableOfType(
                ProviderFailure.class,
                () -> gemini.critic().orElseThrow().evaluate(Wishes.evaluation(), TestCallContext.calm()));
    }
}
