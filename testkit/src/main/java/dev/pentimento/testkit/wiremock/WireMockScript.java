package dev.pentimento.testkit.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.pentimento.testkit.wire.Account;
import dev.pentimento.testkit.wire.Complaint;
import dev.pentimento.testkit.wire.Good;
import dev.pentimento.testkit.wire.Lost;
import dev.pentimento.testkit.wire.Order;
import dev.pentimento.testkit.wire.ProviderScript;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A vendor on WireMock. What is the same with all vendors is here; yours says which request is the order, how it is read, and how answers and errors
 * are spelled. Requests around the order, such as uploads, are stubbed in the constructor with {@link #server()}.
 */
public abstract class WireMockScript implements ProviderScript {
    private static final int THREADS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than any test waits. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final WireMockServer server = new WireMockServer(options()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .containerThreads(THREADS)
            // answers say how long they are, as those of vendors do
            .useChunkedTransferEncoding(ChunkedEncodingPolicy.BODY_FILE)
            .jettyStopTimeout(0L));
    private final List<LoggedRequest> received = new ArrayList<>();
    private String vendor = "";

    protected WireMockScript() {
        server.addMockServiceRequestListener((request, response) -> receive(LoggedRequest.createFrom(request)));
        server.start();
    }

    /** The request that costs money, such as {@code post(urlPathEqualTo("/v1/images"))}; a new builder every time. */
    protected abstract MappingBuilder order();

    /** What an order says. */
    protected abstract Order read(LoggedRequest order);

    /** How the vendor answers an order at once. A vendor with a queue overrides {@link #deliver} instead. */
    protected abstract ResponseDefinitionBuilder answer(Good good, Account account);

    /** How the vendor spells a complaint; never asked for one that is declared as a difference. */
    protected abstract ResponseDefinitionBuilder complaint(Complaint complaint, String words);

    /** How the vendor says that it failed itself. */
    protected abstract ResponseDefinitionBuilder breakdown(String words);

    /** As {@link #settings(URI, String)}. */
    protected abstract Map<String, String> settings(String vendor, String key);

    /** For what else the vendor shall do. */
    public final WireMockServer server() {
        return server;
    }

    /** Where the provider believes the vendor to be, without a slash at the end; for vendors that answer with addresses of their own. */
    protected final String vendor() {
        return vendor;
    }

    @Override
    public final URI address() {
        return URI.create(server.baseUrl());
    }

    @Override
    public final Map<String, String> settings(URI address, String key) {
        vendor = address.toString();
        return settings(vendor, key);
    }

    @Override
    public void deliver(Good good, Account account) {
        reply(answer(good, account));
    }

    @Override
    public final void complain(Complaint complaint, String words) {
        reply(complaint(complaint, words));
    }

    @Override
    public final void breakDown(String words) {
        reply(breakdown(words));
    }

    @Override
    public final void page(int status, Map<String, String> headers, String html) {
        ResponseDefinitionBuilder page = aResponse().withStatus(status).withBody(html);
        headers.forEach(page::withHeader);
        reply(page);
    }

    @Override
    public final void garble(String nonsense) {
        reply(aResponse().withHeader("Content-Type", "text/html").withBody(nonsense));
    }

    @Override
    public final void fallSilent() {
        reply(aResponse().withFixedDelay(Math.toIntExact(SILENCE.toMillis())));
    }

    @Override
    public final void lose(Lost how) {
        reply(aResponse().withFault(fault(how)));
    }

    private static Fault fault(Lost how) {
        return switch (how) {
            case DROPPED -> Fault.EMPTY_RESPONSE;
            case RESET -> Fault.CONNECTION_RESET_BY_PEER;
            case BROKEN_OFF -> Fault.MALFORMED_RESPONSE_CHUNK;
        };
    }

    /** From now on orders are answered so. */
    protected final void reply(ResponseDefinitionBuilder response) {
        server.stubFor(order().willReturn(response));
    }

    private synchronized void receive(LoggedRequest request) {
        received.add(request);
        notifyAll();
    }

    /** Everything that came so far, orders and others. */
    public final synchronized List<LoggedRequest> received() {
        return List.copyOf(received);
    }

    @Override
    public final List<Order> orders() {
        RequestPattern pattern = order().build().getRequest();
        return received().stream()
                .filter(request -> pattern.match(request).isExactMatch())
                .map(this::read)
                .toList();
    }

    @Override
    public final synchronized void awaitOrders(int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = PATIENCE.toNanos(); orders().size() < count; left = end - System.nanoTime()) {
                if (left <= 0) {
                    throw new AssertionError("Of %d orders came %s".formatted(count, orders()));
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for orders", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
