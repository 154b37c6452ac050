package dev.pentimento.adapters.falgemini.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.TestCallContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The library would try five times. The client that it runs on stops all requests but the first, but not that connections are made for them. */
class AttemptsTest {
    private static final int BACKLOG = 5;

    @Test
    void aBrokenConnectionIsNotMadeAgain() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
                Provider gemini = provider("http://127.0.0.1:" + door.getLocalPort())) {
            new Thread(() -> slam(door, connections)).start();

            assertThatThrownBy(
                            () -> gemini.critic().orElseThrow().evaluate(Wishes.evaluation(), TestCallContext.calm()))
                    .isInstanceOf(ProviderFailure.OutcomeUnknown.class);

            assertThat(connections).hasValue(1);
        }
    }

    private static Provider provider(String url) {
        return new GeminiProviderFactory()
                .create(ProviderSettings.of("gemini", GeminiStub.values(url, GeminiStub.KEY)), GeminiStub.nothing());
    }

    /** Lets visitors begin to speak, and closes the door in their face, until the door itself is gone. */
    private static void slam(ServerSocket door, AtomicInteger connections) {
        while (!door.isClosed()) {
            try (Socket visitor = door.accept()) {
                connections.incrementAndGet();
                visitor.getInputStream().read();
            } catch (IOException gone) {
                // the visitor, or the door
            }
        }
    }
}
