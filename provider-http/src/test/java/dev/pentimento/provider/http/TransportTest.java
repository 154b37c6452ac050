package dev.pentimento.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.testkit.Crowd;
import dev.pentimento.testkit.TestCallContext;
import dev.pentimento.testkit.WebServer;
import dev.pentimento.testkit.WebServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TransportTest {
    private static final String KEY = "sk-very-secret";
    private static final Duration HURRY = Duration.ofMillis(400);
    private static final int MAX_BYTES = 100_000;

    private final WebServer server = WebServer.open();
    private final Transport transport = Transport.to("acme", SecretTest.secret(KEY), MAX_BYTES);

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    @Test
    void answerComesWhole() {
        server.with(
                "/", Answer.file("fine".getBytes(StandardCharsets.UTF_8), "Content-Type: Text/Plain; charset=utf-8"));

        Reply reply = post();

        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.body()).asString().isEqualTo("fine");
        assertThat(reply.mediaType()).isEqualTo("text/plain");
        assertThat(reply).hasToString("Reply[200, 4 bytes]");
        assertThat(server.requests()).singleElement().asString().contains("User-Agent: Pentimento");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 401, 408, 421, 429, 500, 502, 503, 504})
    void whateverTheStatusItIsOnePost(int status) {
        server.with("/", tempting(status)).with("/elsewhere", tempting(200));

        Reply reply = post();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("retry-after")).contains("0");
        assertThat(reply.retryAfter(Instant.now())).contains(Duration.ZERO);
        assertThat(server.requests()).hasSize(1);
    }

    /** The control: what a client does that nobody told otherwise. */
    @ParameterizedTest
    @ValueSource(ints = {302, 307, 408, 503})
    void anOrdinaryClientAsksTwice(int status) throws IOException {
        server.with("/", tempting(status)).with("/elsewhere", tempting(200));

        new OkHttpClient().newCall(aPost()).execute().close();

        assertThat(server.requests()).hasSize(2);
    }

    private static Answer tempting(int status) {
        return Answer.of(
                status,
                "Scripted",
                "Retry-After: 0",
                "Location: /elsewhere",
                "WWW-Authenticate: Basic realm=x",
                "Proxy-Authenticate: Basic realm=x");
    }

    @Test
    void libraryThatAllowsItselfToAskAgainIsStopped() {
        server.with("/", tempting(307)).with("/elsewhere", tempting(200));
        OkHttpClient daring =
                transport.client().newBuilder().followRedirects(true).build();

        failure(
                ProviderFailure.OutcomeUnknown.class,
                () -> transport.run(
                        Purpose.PAID,
                        TestCallContext.calm(),
                        () -> daring.newCall(aPost()).execute().code()));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void libraryThatTriesAgainByItselfIsStopped() {
        server.with("/", tempting(500));

        assertThatThrownBy(() -> transport.run(Purpose.PAID, TestCallContext.calm(), () -> {
                    transport.client().newCall(aPost()).execute().close();
                    return transport.client().newCall(aPost()).execute().code();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A second request to 127.0.0.1 was stopped");

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void requestThatNobodyWatchesIsRefused() {
        assertThatThrownBy(() -> transport.client().newCall(aPost()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of Transport.run");
    }

    @Test
    void whatALibraryThrowsComesAsItIs() {
        assertThatThrownBy(() -> transport.run(Purpose.PAID, TestCallContext.calm(), () -> {
                    throw new UnsupportedOperationException("teapot");
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("teapot");
    }

    @Test
    void connectionIsClosedAfterEveryAnswerAndNeverUsedAgain() {
        CountDownLatch left = new CountDownLatch(2);
        server.with("/", keepsTheConnection(left));

        post();
        post();

        Crowd.await(left);
        assertThat(server.requests()).hasSize(2);
    }

    /** A second request on the same connection would vanish. */
    private static Answer keepsTheConnection(CountDownLatch left) {
        return visit -> {
            visit.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            visit.fallSilent();
            left.countDown();
        };
    }

    @Test
    void anOrdinaryClientUsesTheConnectionAgain() throws IOException {
        server.with("/", keepsTheConnection(new CountDownLatch(2)));
        OkHttpClient ordinary = new OkHttpClient.Builder().readTimeout(HURRY).build();
        ordinary.newCall(aPost()).execute().close();

        assertThatThrownBy(() -> ordinary.newCall(aPost()).execute()).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void lostAnswerIsOnePostOfUnknownOutcome(Answer lost) {
        server.with("/", lost);

        ProviderFailure failure = failure(ProviderFailure.OutcomeUnknown.class, this::post);

        assertThat(failure)
                .hasMessage("Provider 'acme', POST http://%s/: the connection broke; it may be on the bill"
                        .formatted(server.hostAndPort()));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void lostResultCanBeAskedForAgain(Answer lost) {
        server.with("/", lost);

        failure(ProviderFailure.Unavailable.class, () -> send(Purpose.RESULT, TestCallContext.calm()));
        failure(ProviderFailure.Unavailable.class, () -> send(Purpose.PREPARATION, TestCallContext.calm()));

        assertThat(server.requests()).hasSize(2);
    }

    static Stream<Answer> lostAnswers() {
        String begun = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf of";
        return Stream.of(
                visit -> {},
                WebServer.Visit::crash,
                visit -> visit.say("I am a teapot\r\n\r\n"),
                visit -> visit.say(begun),
                visit -> {
                    visit.say(begun);
                    visit.crash();
                });
    }

    @Test
    void nobodyListensSoNothingWasSent() throws IOException {
        Request request = to("http://127.0.0.1:%d/x?token=%s".formatted(portOfNobody(), KEY));

        ProviderFailure failure = failure(
                ProviderFailure.NotSent.class, () -> transport.send(request, Purpose.PAID, TestCallContext.calm()));

        assertThat(failure).hasMessageContaining("nobody answers there").hasMessageEndingWith("nothing was sent");
        assertThat(failure.getMessage()).doesNotContain("token", KEY);
        failure(
                ProviderFailure.Unavailable.class,
                () -> transport.send(request, Purpose.RESULT, TestCallContext.calm()));
    }

    @Test
    void troubleNamesTheAddressThatWasReallyAsked() throws IOException {
        HttpUrl nobody = HttpUrl.get("http://127.0.0.1:%d/x".formatted(portOfNobody()));
        OkHttpClient redirected = transport
                .client()
                .newBuilder()
                .addInterceptor(chain ->
                        chain.proceed(chain.request().newBuilder().url(nobody).build()))
                .build();

        ProviderFailure failure = failure(
                ProviderFailure.NotSent.class,
                () -> transport.run(
                        Purpose.PAID,
                        TestCallContext.calm(),
                        () -> redirected.newCall(to("https://acme.invalid/x")).execute()));

        assertThat(failure).hasMessageContaining(nobody.toString());
    }

    @Test
    void hostWithoutAddressSoNothingWasSent() {
        OkHttpClient lost = transport
                .client()
                .newBuilder()
                .dns(host -> {
                    throw new UnknownHostException(host);
                })
                .build();

        ProviderFailure failure = failure(
                ProviderFailure.NotSent.class,
                () -> transport.run(
                        Purpose.PAID,
                        TestCallContext.calm(),
                        () -> lost.newCall(to("http://acme.invalid/")).execute().code()));

        assertThat(failure).hasMessageContaining("its host has no address");
    }

    @Test
    void noSecureConnectionSoNothingWasSent() {
        Request request = to("https://" + server.hostAndPort());
        server.close();

        failure(ProviderFailure.NotSent.class, () -> transport.send(request, Purpose.PAID, TestCallContext.calm()));
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }

    @Test
    void silenceEndsWithTheTimeOfTheCallAndTheConnection() {
        CountDownLatch left = new CountDownLatch(1);
        server.with("/", silence(new CountDownLatch(1), left));

        ProviderFailure failure = failure(ProviderFailure.OutcomeUnknown.class, () -> send(Purpose.PAID, inAHurry()));

        assertThat(failure).hasMessageContaining("no answer in the time that the call had");
        Crowd.await(left);
    }

    @Test
    void callWithoutTimeIsNotSent() {
        CallContext late = TestCallContext.withDeadline(Instant.now().minusSeconds(1));

        failure(ProviderFailure.NotSent.class, () -> send(Purpose.PAID, late));

        assertThat(server.requests()).isEmpty();
    }

    @Test
    void cancelClosesTheConnectionWithinASecond() {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        server.with("/", silence(arrived, left));
        TestCallContext context = TestCallContext.calm();
        CompletableFuture<Reply> call = CompletableFuture.supplyAsync(() -> send(Purpose.PAID, context));
        Crowd.await(arrived);

        long canceled = System.nanoTime();
        context.cancel();
        CompletionException end = catchThrowableOfType(CompletionException.class, call::join);
        Crowd.await(left);

        assertThat(end).hasCauseInstanceOf(ProviderFailure.Canceled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - canceled)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void canceledBeforehandIsNeverSent() {
        failure(ProviderFailure.Canceled.class, () -> send(Purpose.PAID, TestCallContext.canceled()));

        assertThat(server.requests()).isEmpty();
    }

    @Test
    void interruptedThreadStaysInterruptedAndLeavesNothingOpen() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        server.with("/", silence(arrived, left));
        List<Object> seen = new ArrayList<>();
        Thread caller = new Thread(() -> {
            seen.add(failure(ProviderFailure.OutcomeUnknown.class, this::post));
            seen.add(Thread.currentThread().isInterrupted());
        });
        caller.start();
        Crowd.await(arrived);

        caller.interrupt();
        caller.join();

        assertThat(seen).hasSize(2).endsWith(true);
        Crowd.await(left);
    }

    private static Answer silence(CountDownLatch arrived, CountDownLatch left) {
        return visit -> {
            arrived.countDown();
            visit.fallSilent();
            left.countDown();
        };
    }

    @Test
    void linesAreHandedOverAsTheyCome() {
        CountDownLatch firstSeen = new CountDownLatch(1);
        server.with("/", visit -> {
            visit.head(200, "OK", "Content-Type: text/event-stream");
            visit.say("\r\ndata: one\n");
            Crowd.await(firstSeen);
            visit.say("data: two\n");
        });
        List<String> lines = new ArrayList<>();

        transport.send(aPost(), Purpose.PAID, TestCallContext.calm(), response -> {
            for (String line = response.body().source().readUtf8Line();
                    line != null;
                    line = response.body().source().readUtf8Line()) {
                lines.add(line);
                firstSeen.countDown();
            }
            return lines.size();
        });

        assertThat(lines).containsExactly("data: one", "data: two");
    }

    @Test
    void answerMayComeOnAnotherThreadOfTheLibrary() {
        server.with("/", Answer.file(new byte[3]));

        int status = transport.run(Purpose.PAID, TestCallContext.calm(), () -> {
            CompletableFuture<Integer> answered = new CompletableFuture<>();
            transport.client().newCall(aPost()).enqueue(new Callback() {
                @Override
                public void onFailure(Call call, IOException e) {
                    answered.completeExceptionally(e);
                }

                @Override
                public void onResponse(Call call, Response response) {
                    answered.complete(response.code());
                    response.close();
                }
            });
            return answered.join();
        });

        assertThat(status).isEqualTo(200);
    }

    @Test
    void endlessAnswerIsNotRead() {
        server.with("/", Answer.file(new byte[MAX_BYTES + 1]));

        ProviderFailure failure = failure(ProviderFailure.Unintelligible.class, this::post);

        assertThat(failure).hasMessageContaining("longer than 100000 bytes");
    }

    @Test
    void answerIsCountedAfterDecompression() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[100 * MAX_BYTES]);
        }
        server.with("/", Answer.file(bomb.toByteArray(), "Content-Encoding: gzip"));

        failure(ProviderFailure.Unintelligible.class, this::post);
    }

    private Reply post() {
        return send(Purpose.PAID, TestCallContext.calm());
    }

    private Reply send(Purpose purpose, CallContext context) {
        return transport.send(aPost(), purpose, context);
    }

    private Request aPost() {
        return to(server.at("/").toString());
    }

    private static Request to(String url) {
        return new Request.Builder()
                .url(url)
                .header("x-api-key", KEY)
                .post(RequestBody.create("{}".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static CallContext inAHurry() {
        return TestCallContext.withDeadline(Instant.now().plus(HURRY));
    }

    private static <T extends ProviderFailure> T failure(Class<T> kind, ThrowingCallable call) {
        T failure = catchThrowableOfType(kind, call);
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain(KEY, "\n");
        return failure;
    }
}
