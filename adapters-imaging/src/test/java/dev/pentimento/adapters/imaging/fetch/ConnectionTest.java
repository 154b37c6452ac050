package dev.pentimento.adapters.imaging.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import dev.pentimento.ports.spi.FetchLimits;
import dev.pentimento.testkit.TestCallContext;
import dev.pentimento.testkit.WebServer;
import dev.pentimento.testkit.WebServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is connected to, and who is not. */
@Timeout(60)
class ConnectionTest {
    private static final byte[] FILE = {1, 2, 3};
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebServer server = WebServer.open();

    @BeforeEach
    void serveAFile() {
        server.with("/cat.png", Answer.file(FILE));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private URI at(String host) {
        return URI.create("http://%s:%d/cat.png".formatted(host, server.port()));
    }

    private FetchLimits allowing(String host, Duration timeout) {
        return new FetchLimits(1_000, timeout, Set.of(host + ":" + server.port()));
    }

    private HttpImageSource allowing(String host, Resolver resolver) {
        return new HttpImageSource(allowing(host, PATIENCE), Rule.all(), resolver);
    }

    private static ImageFile fetch(HttpImageSource source, URI url) {
        return source.fetch(url, TestCallContext.calm());
    }

    private static FetchFailure failure(HttpImageSource source, URI url) {
        FetchFailure failure = catchThrowableOfType(FetchFailure.class, () -> fetch(source, url));
        assertThat(failure).as("failure of %s", url).isNotNull();
        return failure;
    }

    private static List<InetAddress> addresses(String... texts) throws IOException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            addresses.addAll(List.of(InetAddress.getAllByName(text)));
        }
        return addresses;
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnough() {
        AtomicInteger lookups = new AtomicInteger();
        HttpImageSource source = new HttpImageSource(FetchLimits.DEFAULT, Rule.all(), host -> {
            lookups.incrementAndGet();
            return List.of(InetAddress.getAllByName("93.184.216.34")[0], InetAddress.getAllByName("10.0.0.7")[0]);
        });

        FetchFailure failure = failure(source, URI.create("https://both.example/cat.png"));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(failure).hasMessageContaining("RFC 1918").hasMessageNotContaining("10.0.0.7");
        assertThat(lookups).hasValue(1);
    }

    @Test
    void redirectsToOtherPortsAreRefusedWhereverTheyLead() {
        try (WebServer other = WebServer.open().with("/cat.png", Answer.file(FILE))) {
            server.with("/old", Answer.redirect(other.at("/cat.png").toString()));
            EnumSet<Rule> rules = EnumSet.complementOf(EnumSet.of(Rule.PUBLIC_ADDRESS));
            HttpImageSource source =
                    new HttpImageSource(allowing("127.0.0.1", PATIENCE), rules, Resolver.ofTheSystem());

            FetchFailure failure = failure(source, server.at("/old"));

            assertThat(failure.reason()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void hostIsLookedUpOncePerVisit() {
        List<String> lookedUp = new CopyOnWriteArrayList<>();
        server.with("/old", Answer.redirect("/cat.png"));
        HttpImageSource source = allowing("pictures.example", host -> {
            lookedUp.add(host);
            return List.of(InetAddress.getAllByName("127.0.0.1"));
        });

        fetch(source, at("pictures.example"));
        assertThat(lookedUp).containsExactly("pictures.example");

        fetch(source, at("pictures.example").resolve("/old"));
        assertThat(lookedUp).hasSize(3);
    }

    @Test
    void anotherAddressOfTheHostIsTriedWhenTheFirstIsDead() throws IOException {
        List<InetAddress> deadAndAlive = addresses("127.0.0.2", "127.0.0.1");

        ImageFile file = fetch(allowing("two.example", host -> deadAndAlive), at("two.example"));

        assertThat(file.bytes()).isEqualTo(FILE);
        assertThat(server.requests()).singleElement().asString().contains("Host: two.example:");
    }

    @Test
    void hostsWithoutAnAddressAreUnreachable() {
        assertThat(failure(allowing("none.example", host -> List.of()), at("none.example"))
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void nameServersThatDoNotAnswerTimeOut() {
        CountDownLatch end = new CountDownLatch(1);
        Resolver silent = host -> {
            awaitUninterrupted(end);
            return List.of();
        };
        HttpImageSource source =
                new HttpImageSource(allowing("silent.example", Duration.ofMillis(200)), Rule.all(), silent);

        FetchFailure failure = failure(source, at("silent.example"));
        end.countDown();

        assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    }

    /** As native code does. */
    private static void awaitUninterrupted(CountDownLatch end) {
        boolean interrupted = false;
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void serversThatAcceptNoConnectionTimeOut() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            fill(full.getLocalSocketAddress(), crowd);
            FetchLimits limits = new FetchLimits(1_000, PATIENCE, Set.of("127.0.0.1:" + full.getLocalPort()));
            HttpImageSource source = new HttpImageSource(
                    limits,
                    Rule.all(),
                    Resolver.ofTheSystem(),
                    new OkHttpClient.Builder().connectTimeout(Duration.ofMillis(200)));

            FetchFailure failure = failure(source, URI.create("http://127.0.0.1:%d/".formatted(full.getLocalPort())));

            assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(failure).hasMessageContaining("accepted no connection");
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    /** Until the queue before the door is full and the system answers no more. */
    private static void fill(SocketAddress door, List<Socket> crowd) throws IOException {
        for (int i = 0; i < 50; i++) {
            Socket socket = new Socket();
            crowd.add(socket);
            try {
                socket.connect(door, 100);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }

    @Test
    void proxiesOfTheMachineAreNotUsed() {
        ProxySelector usual = ProxySelector.getDefault();
        Eavesdropper proxy = new Eavesdropper();
        ProxySelector.setDefault(proxy);
        try {
            assertThat(fetch(allowing("127.0.0.1", Resolver.ofTheSystem()), at("127.0.0.1"))
                            .bytes())
                    .isEqualTo(FILE);
        } finally {
            ProxySelector.setDefault(usual);
        }
        assertThat(proxy.asked).isEmpty();
    }

    /** A proxy that would hear of every connection. */
    private static final class Eavesdropper extends ProxySelector {
        private final List<URI> asked = new CopyOnWriteArrayList<>();

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }

    @Test
    void socketsConnectToCheckedAddressesAlone() throws IOException {
        PinnedSockets pinned = new PinnedSockets(addresses("127.0.0.2"));
        InetSocketAddress elsewhere =
                new InetSocketAddress(addresses("127.0.0.1").get(0), server.port());

        try (Socket socket = pinned.createSocket()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> socket.connect(elsewhere, 1_000))
                    .withMessageContaining("not checked");
        }
        try (Socket socket = new PinnedSockets(addresses("127.0.0.1")).createSocket()) {
            socket.connect(elsewhere, 1_000);
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void encryptedServersAreTrustedByTheirCertificate() {
        Certificates certificates = new Certificates("127.0.0.1");
        Certificates foreign = new Certificates("somebody.example");
        try (WebServer ours = WebServer.openEncrypted(certificates.doors()).with("/cat.png", Answer.file(FILE));
                WebServer theirs = WebServer.openEncrypted(foreign.doors())) {
            FetchLimits limits = new FetchLimits(1_000, PATIENCE, Set.of(ours.hostAndPort(), theirs.hostAndPort()));
            HttpImageSource trusting =
                    new HttpImageSource(limits, Rule.all(), Resolver.ofTheSystem(), certificates.trustingClient());
            HttpImageSource wary = new HttpImageSource(limits, Rule.all(), Resolver.ofTheSystem());
            HttpImageSource misled =
                    new HttpImageSource(limits, Rule.all(), Resolver.ofTheSystem(), foreign.trustingClient());

            assertThat(fetch(trusting, ours.at("/cat.png")).bytes()).isEqualTo(FILE);
            assertThat(failure(wary, ours.at("/cat.png")).reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure(misled, theirs.at("/cat.png")))
                    .hasMessageContaining("certificate belongs to another host");
            assertThat(theirs.requests()).isEmpty();
        }
    }
}
