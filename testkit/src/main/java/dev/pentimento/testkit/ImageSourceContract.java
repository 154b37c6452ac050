package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.FetchLimits;
import dev.pentimento.testkit.WebServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all sources of images promise; every adapter of {@link ImageSource} has a test that extends this. */
@Timeout(60)
public abstract class ImageSourceContract {
    private static final int MAX_BYTES = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HURRY = Duration.ofMillis(300);
    private static final byte[] FILE = bytes(5_000);

    private WebServer server = WebServer.open();

    /** A source that keeps to {@code limits}. */
    protected abstract ImageSource source(FetchLimits limits);

    @BeforeEach
    void serveAFile() {
        server.with("/cat.png", Answer.file(FILE, "Content-Type: image/png"));
    }

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    private FetchLimits limits(Duration timeout) {
        return new FetchLimits(MAX_BYTES, timeout, Set.of(server.hostAndPort()));
    }

    private ImageFile fetch(String path) {
        return source(limits(PATIENCE)).fetch(server.at(path), TestCallContext.calm());
    }

    private FetchFailure failure(String path) {
        return failure(server.at(path), limits(PATIENCE));
    }

    private FetchFailure failure(URI url, FetchLimits limits) {
        FetchFailure failure =
                catchThrowableOfType(FetchFailure.class, () -> source(limits).fetch(url, TestCallContext.calm()));
        assertThat(failure).as("failure of %s", url).isNotNull();
        assertThat(failure.getMessage())
                .doesNotContain("\n", "Exception", "okhttp", "java.", "null", "s3cret")
                .contains(url.getScheme());
        return failure;
    }

    @Test
    void fileComesAsItWasSent() {
        assertThat(fetch("/cat.png")).isEqualTo(new ImageFile("cat.png", FILE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Type: text/plain", "Content-Type: text/html", "Content-Type: image/png", "X-Type: none"
            })
    void whatTheServerCallsItDoesNotMatter(String header) {
        server.with("/thing", Answer.file(FILE, header));

        assertThat(fetch("/thing").bytes()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @CsvSource({
        "/cat.png?size=large#top, cat.png",
        "/a/b/logo%20one.png, logo one.png",
        "/a/%E2%98%95.png, \u2615.png",
        "/cat/, cat",
        "/, 127.0.0.1",
        "/a/%2e%2e%2fpasswd, passwd",
        "/%2e%2e/%2e%2e, 127.0.0.1",
        "/..%5c..%5cboot.ini, boot.ini",
        "/a%00%0a%1b%5b31mb.png, a[31mb.png",
        "/a%E2%80%AEgnp.exe, agnp.exe"
    })
    void nameIsTheLastPartOfThePathAndNeverAPath(String path, String name) {
        server.with(path.split("[?#]", 2)[0], Answer.file(FILE));
        server.with("/", Answer.file(FILE));

        assertThat(fetch(path).name()).isEqualTo(name);
    }

    @Test
    void nameHasAnEnd() {
        String path = "/" + "\u00e4".repeat(500).replace("\u00e4", "%C3%A4") + ".png";
        server.with(path, Answer.file(FILE));

        assertThat(fetch(path).name()).hasSize(100).endsWith("\u00e4.png");
    }

    @Test
    void emptyFilesAreFilesToo() {
        server.with("/empty", Answer.file(new byte[0]));

        assertThat(fetch("/empty").length()).isZero();
    }

    @Test
    void packedFilesAreUnpacked() {
        server.with("/packed", Answer.file(gzip(FILE), "Content-Encoding: gzip"));

        assertThat(fetch("/packed").bytes()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatIsNotThereIsNotFound(int status) {
        server.with("/gone.png", Answer.of(status, "Gone"));

        FetchFailure failure = failure("/gone.png?signature=s3cret");

        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure).hasMessageContaining("/gone.png");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 300, 304, 400, 401, 403, 408, 421, 429, 500, 502, 503})
    void otherAnswersAreNoFilesAndAreNotAskedForAgain(int status) {
        server.with("/cat", Answer.of(status, "Hm", status == 204 ? new byte[0] : FILE, "Retry-After: 0"));

        FetchFailure failure = failure("/cat");

        assertThat(failure.reason()).isEqualTo(Reason.HTTP_STATUS);
        assertThat(failure).hasMessageContaining(Integer.toString(status));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void oneRequestAsksForTheFileAndCarriesNothingElse() {
        fetch("/cat.png?a=b");

        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("GET /cat.png?a=b HTTP/1.1\r\n")
                        .doesNotContainIgnoringCase("cookie", "authorization", "referer", "range:"));
    }

    @Test
    void theLargestFileIsTakenIn() {
        server.with("/large", Answer.file(bytes(MAX_BYTES)));

        assertThat(fetch("/large").length()).isEqualTo(MAX_BYTES);
    }

    @Test
    void largerFilesAreRefused() {
        server.with("/large", Answer.file(bytes(MAX_BYTES + 1)));

        assertThat(failure("/large").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void filesThatClaimToBeLargeAreNotWaitedFor() {
        server.with("/large", visit -> {
            visit.head(200, "OK", "Content-Length: 99999999999");
            visit.say("\r\n");
            visit.fallSilent();
        });

        assertThat(failure("/large").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void filesWithoutAnEndAreRefused() {
        server.with("/endless", visit -> {
            visit.head(200, "OK");
            visit.say("\r\n");
            while (true) {
                visit.say(FILE);
            }
        });

        assertThat(failure("/endless").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void filesThatUnpackToMoreThanTheyClaimAreRefused() {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(60_000);
        server.with("/bomb", Answer.file(bomb, "Content-Encoding: gzip"));

        assertThat(failure("/bomb").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void redirectsAreFollowedAndTheNameStays() {
        server.with("/old.png", Answer.redirect("/cat.png?x=1"));

        assertThat(fetch("/old.png")).isEqualTo(new ImageFile("old.png", FILE));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void everyKindOfRedirectIsFollowed(int status) {
        server.with("/old.png", Answer.of(status, "Moved", "Location: cat.png"));

        assertThat(fetch("/old.png").bytes()).isEqualTo(FILE);
    }

    @Test
    void fiveRedirectsAreFollowedAndSixAreNot() {
        IntStream.range(0, 6).forEach(i -> server.with("/" + i, Answer.redirect("/" + (i + 1))));
        server.with("/6", Answer.file(FILE));

        assertThat(fetch("/1").bytes()).isEqualTo(FILE);
        FetchFailure failure = failure("/0");

        assertThat(failure.reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
        assertThat(failure).hasMessageStartingWith(server.at("/0").toString());
    }

    @Test
    void redirectsInACircleEnd() {
        server.with("/a", Answer.redirect("/b")).with("/b", Answer.redirect("/a"));

        assertThat(failure("/a").reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
    }

    @Test
    void redirectsToNowhereAreBroken() {
        server.with("/a", Answer.of(302, "Found"));

        assertThat(failure("/a").reason()).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1/, NOT_ALLOWED",
        "http://localhost/, NOT_ALLOWED",
        "//10.0.0.1/, NOT_ALLOWED",
        "http://169.254.169.254/latest/meta-data/, NOT_ALLOWED",
        "ftp://example.org/cat.png, NOT_ALLOWED",
        "file:///etc/passwd, NOT_ALLOWED",
        "'data:image/png;base64,AAAA', NOT_ALLOWED",
        "javascript:alert(1), NOT_ALLOWED",
        "http://user:s3cret@example.org/, INVALID_URL",
        "http://2130706433/, INVALID_URL",
        "http://127%2e0.0.1/, INVALID_URL",
        "http:///, INVALID_URL",
        "http://a b/, INVALID_URL"
    })
    void redirectsAreCheckedLikeTheFirstUrl(String location, Reason reason) {
        server.with("/a", Answer.redirect(location));

        FetchFailure failure = failure("/a");

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageStartingWith(server.at("/a") + " redirects; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/cat.png",
                "http://127.0.0.1/cat.png",
                "http://[::1]/cat.png",
                "http://10.1.2.3/cat.png",
                "http://169.254.169.254/cat.png",
                "http://0.0.0.0/cat.png",
                "https://192.168.1.1/cat.png",
                "ftp://example.org/cat.png",
                "file:///etc/passwd",
                "data:image/png;base64,AAAA",
                "https://example.org:22/cat.png"
            })
    void whatIsNotPublicOrNotTheWebIsNotAsked(URI url) {
        assertThat(failure(url, FetchLimits.DEFAULT).reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void privateServersAreNotEvenConnectedTo() {
        FetchLimits strict = new FetchLimits(MAX_BYTES, PATIENCE, Set.of("127.0.0.1:1", "localhost:" + server.port()));

        assertThat(failure(server.at("/cat.png?key=s3cret"), strict).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:cat.png",
                "http:/example.org/cat.png",
                "cat.png",
                "http://user:s3cret@example.org/",
                "http://0x7f.1/"
            })
    void whatIsNoPlainUrlIsInvalid(URI url) {
        FetchFailure failure = catchThrowableOfType(
                FetchFailure.class, () -> source(FetchLimits.DEFAULT).fetch(url, TestCallContext.calm()));

        assertThat(failure.reason()).isEqualTo(Reason.INVALID_URL);
        assertThat(failure).hasMessageNotContaining("s3cret");
    }

    @Test
    void nobodyAtHomeIsUnreachable() {
        URI url = server.at("/cat.png");
        FetchLimits limits = limits(PATIENCE);
        server.close();

        assertThat(failure(url, limits).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "99999999999999999999", "many"})
    void lengthsThatAreNoneBreakAnAnswer(String length) {
        server.with("/length", visit -> {
            visit.head(200, "OK", "Content-Length: " + length);
            visit.say("\r\nfive!");
        });

        assertThat(failure("/length").reason()).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void statusesThatAreNoneBreakAnAnswer() {
        server.with("/status", visit -> visit.head(-1, "x", "Content-Length: 0"));

        assertThat(failure("/status").reason()).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void filesThatBreakOffAreNoFiles() {
        server.with("/cut", visit -> {
            visit.head(200, "OK", "Content-Length: 5000");
            visit.say("\r\nhalf");
        });

        assertThat(failure("/cut").reason()).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void crashesOfTheServerAreTold() {
        server.with("/crash", visit -> {
            visit.head(200, "OK", "Content-Length: 5000");
            visit.say("\r\nhalf");
            visit.crash();
        });
        server.with("/mute", WebServer.Visit::crash);

        assertThat(failure("/crash").reason()).isEqualTo(Reason.BROKEN_ANSWER);
        assertThat(failure("/mute").reason()).isEqualTo(Reason.BROKEN_ANSWER);
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "\u0000\u0001\u0002\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"})
    void serversThatSpeakSomethingElseAreTold(String greeting) {
        server.with("/other", visit -> visit.say(greeting));

        assertThat(failure("/other").reason()).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void headersWithoutAnEndAreRefused() {
        server.with("/headers", visit -> {
            visit.head(200, "OK");
            while (true) {
                visit.say("X-Bomb: " + "x".repeat(1000) + "\r\n");
            }
        });
        server.with("/header", visit -> {
            visit.head(200, "OK");
            visit.say("X-Bomb: ");
            while (true) {
                visit.say("x".repeat(1000));
            }
        });

        assertThat(failure("/headers").reason()).isEqualTo(Reason.BROKEN_ANSWER);
        assertThat(failure("/header").reason()).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip"})
    void packingThatNobodyAskedForIsNoFile(String encoding) {
        server.with("/packed", Answer.file(FILE, "Content-Encoding: " + encoding));

        assertThat(failure("/packed").reason()).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void damagedPackingIsNoFile() {
        server.with("/packed", Answer.file(FILE, "Content-Encoding: gzip"));

        assertThat(failure("/packed").reason()).isEqualTo(Reason.BROKEN_ANSWER);
    }

    private void assertTimesOut(Answer answer) {
        server.with("/slow", answer);
        FetchLimits limits = limits(HURRY);
        long begun = System.nanoTime();

        FetchFailure failure = failure(server.at("/slow"), limits);

        assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(HURRY, PATIENCE);
    }

    @Test
    void serversThatSayNothingTimeOut() {
        assertTimesOut(WebServer.Visit::fallSilent);
    }

    @Test
    void headersThatDripTimeOut() {
        assertTimesOut(visit -> {
            visit.head(200, "OK");
            while (true) {
                visit.say("X: y\r\n");
                visit.hesitate(5);
            }
        });
    }

    @Test
    void filesThatDripTimeOut() {
        assertTimesOut(visit -> {
            visit.head(200, "OK", "Content-Length: 20000");
            visit.say("\r\n");
            while (true) {
                visit.say("x");
                visit.hesitate(5);
            }
        });
    }

    @Test
    void interimAnswersWithoutAnEndAreNotListenedToForever() {
        server.with("/flood", visit -> {
            while (true) {
                visit.say("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
            }
        });

        FetchFailure failure = failure(server.at("/flood"), limits(HURRY));

        assertThat(failure.reason()).isIn(Reason.TIMED_OUT, Reason.BROKEN_ANSWER, Reason.HTTP_STATUS);
    }

    @Test
    void redirectsDoNotBeginTheTimeAnew() {
        IntStream.range(0, 5)
                .forEach(i -> server.with("/" + i, visit -> {
                    visit.hesitate(100);
                    Answer.redirect("/" + (i + 1)).to(visit);
                }));
        server.with("/5", Answer.file(FILE));

        assertThat(failure(server.at("/0"), limits(HURRY)).reason()).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void callerWhoHasLessTimeWaitsNoLonger() {
        server.with("/slow", WebServer.Visit::fallSilent);
        CallContext soon = TestCallContext.withDeadline(Instant.now().plus(HURRY));
        long begun = System.nanoTime();

        assertThatExceptionOfType(FetchFailure.class)
                .isThrownBy(() -> source(limits(PATIENCE)).fetch(server.at("/slow"), soon))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.dividedBy(2));
    }

    @Test
    void canceledCallsAskNobody() {
        assertThatExceptionOfType(ProviderFailure.Canceled.class)
                .isThrownBy(() -> source(limits(PATIENCE)).fetch(server.at("/cat.png"), TestCallContext.canceled()));

        assertThat(server.requests()).isEmpty();
    }

    @Test
    void callsCanBeCanceledMeanwhile() {
        TestCallContext context = TestCallContext.calm();
        server.with("/slow", visit -> {
            context.cancel();
            visit.fallSilent();
        });

        assertThatExceptionOfType(ProviderFailure.Canceled.class)
                .isThrownBy(() -> source(limits(PATIENCE)).fetch(server.at("/slow"), context));
    }

    @Test
    void interruptedThreadsStopAndStayInterrupted() {
        Thread caller = Thread.currentThread();
        server.with("/slow", visit -> {
            caller.interrupt();
            visit.fallSilent();
        });

        assertThatExceptionOfType(ProviderFailure.Canceled.class).isThrownBy(() -> fetch("/slow"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void manyMayFetchAtOnce() {
        ImageSource source = source(limits(PATIENCE));

        List<ImageFile> files = Crowd.of(8, () -> source.fetch(server.at("/cat.png"), TestCallContext.calm()));

        assertThat(files).hasSize(8).containsOnly(new ImageFile("cat.png", FILE));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new AssertionError("Writing into memory failed for " + Arrays.hashCode(plain), e);
        }
        return packed.toByteArray();
    }
}
