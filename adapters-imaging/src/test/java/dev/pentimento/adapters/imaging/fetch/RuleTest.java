package dev.pentimento.adapters.imaging.fetch;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule stops an attack that nothing else stops: with just this rule set aside, the same attack succeeds. */
@Timeout(60)
class RuleTest {
    private static final int MAX_BYTES = 1_000;
    private static final byte[] LOOT = new byte[MAX_BYTES];
    private static final byte[] LARGE_LOOT = new byte[MAX_BYTES + 1];

    private final WebServer server = WebServer.open();
    private final Certificates certificates = new Certificates("127.0.0.1");
    private final WebServer encrypted = WebServer.openEncrypted(certificates.doors());

    @AfterEach
    void close() {
        server.close();
        encrypted.close();
    }

    /**
     * Something that must not be fetched.
     *
     * @param reason how it is refused
     * @param besides rules that would stop it too, because the victim is on this machine
     * @param loot how many bytes, all 0, it gets when it succeeds
     */
    private record Attack(URI url, Reason reason, Set<Rule> besides, int loot, FetchLimits limits, Resolver resolver) {
        Attack besides(Rule first, Rule... others) {
            return new Attack(url, reason, EnumSet.of(first, others), loot, limits, resolver);
        }

        Attack stealing(int other) {
            return new Attack(url, reason, besides, other, limits, resolver);
        }

        Attack resolving(Resolver other) {
            return new Attack(url, reason, besides, loot, limits, other);
        }

        Attack within(Duration timeout) {
            FetchLimits shorter = new FetchLimits(limits.maxBytes(), timeout, limits.allowHosts());
            return new Attack(url, reason, besides, loot, shorter, resolver);
        }
    }

    private Attack attack(URI url, Reason reason) {
        FetchLimits limits = new FetchLimits(
                MAX_BYTES, Duration.ofSeconds(20), Set.of(server.hostAndPort(), encrypted.hostAndPort()));
        return new Attack(url, reason, Set.of(), LOOT.length, limits, Resolver.ofTheSystem());
    }

    private Attack attackOn(String host, Reason reason) {
        return attack(URI.create("http://%s:%d/loot".formatted(host, server.port())), reason);
    }

    private ImageFile run(Attack attack, Set<Rule> aside) {
        EnumSet<Rule> rules = EnumSet.complementOf(EnumSet.copyOf(aside));
        HttpImageSource source =
                new HttpImageSource(attack.limits(), rules, attack.resolver(), certificates.trustingClient());
        return source.fetch(attack.url(), TestCallContext.calm());
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void attackSucceedsOnlyWhenItsRuleIsSetAside(Rule rule) {
        server.with("/loot", Answer.file(LOOT));
        Attack first = prepare(rule);
        EnumSet<Rule> aside = EnumSet.noneOf(Rule.class);
        aside.addAll(first.besides());
        FetchFailure refusal = catchThrowableOfType(FetchFailure.class, () -> run(first, aside));

        aside.add(rule);
        ImageFile loot = run(prepare(rule), aside);

        assertThat(refusal).as("refusal by " + rule).isNotNull();
        assertThat(refusal.reason()).isEqualTo(first.reason());
        assertThat(loot.bytes()).isEqualTo(new byte[first.loot()]);
    }

    private Attack prepare(Rule rule) {
        return switch (rule) {
            case SHORT_URL -> attack(server.at("/loot?" + "x".repeat(UrlCheck.MAX_CHARACTERS)), Reason.INVALID_URL);
            case NO_CREDENTIALS -> attackOn("example.org@127.0.0.1", Reason.INVALID_URL);
            case PLAIN_HOST -> attackOn("2130706433", Reason.INVALID_URL).besides(Rule.PUBLIC_ADDRESS, Rule.WEB_PORT);
            case WEB_PORT -> attackOn("localhost", Reason.NOT_ALLOWED).besides(Rule.PUBLIC_ADDRESS);
            case PUBLIC_ADDRESS -> attackOn("localhost", Reason.NOT_ALLOWED).besides(Rule.WEB_PORT);
            case ONE_LOOKUP -> rebinding();
            case NO_DOWNGRADE -> downgrade();
            case FEW_REDIRECTS -> manyRedirects();
            case ONE_REQUEST -> busyAtFirst();
            case WHOLE_FILE -> partOfAFile();
            case CLAIMED_SIZE -> tooLarge(Answer.file(LARGE_LOOT)).besides(Rule.COUNTED_SIZE);
            case COUNTED_SIZE -> tooLarge(RuleTest::withoutSayingHowMuch);
            case DEADLINE -> drip();
        };
    }

    /** The name server has another answer for whoever asks again. */
    private Attack rebinding() {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.1"));
        return attackOn("rebind.example", Reason.UNREACHABLE)
                .besides(Rule.PUBLIC_ADDRESS, Rule.WEB_PORT)
                .resolving(host -> List.of(InetAddress.getAllByName(answers.remove())));
    }

    private Attack downgrade() {
        encrypted.with("/", Answer.redirect(server.at("/loot").toString()));
        return attack(encrypted.at("/"), Reason.NOT_ALLOWED);
    }

    private Attack manyRedirects() {
        IntStream.range(0, 6).forEach(i -> server.with("/" + i, Answer.redirect("/" + (i + 1))));
        server.with("/6", Answer.file(LOOT));
        return attack(server.at("/0"), Reason.TOO_MANY_REDIRECTS);
    }

    private Attack busyAtFirst() {
        AtomicInteger asked = new AtomicInteger();
        server.with("/busy", visit -> {
            boolean first = asked.getAndIncrement() == 0;
            (first ? Answer.of(503, "Busy", "Retry-After: 0") : Answer.file(LOOT)).to(visit);
        });
        return attack(server.at("/busy"), Reason.HTTP_STATUS);
    }

    private Attack partOfAFile() {
        server.with("/part", Answer.of(206, "Partial Content", LOOT, "Content-Range: bytes 0-999/5000"));
        return attack(server.at("/part"), Reason.HTTP_STATUS);
    }

    private Attack tooLarge(Answer answer) {
        server.with("/large", answer);
        return attack(server.at("/large"), Reason.TOO_LARGE).stealing(LARGE_LOOT.length);
    }

    private static void withoutSayingHowMuch(WebServer.Visit visit) throws IOException {
        visit.head(200, "OK");
        visit.say("\r\n");
        visit.say(LARGE_LOOT);
    }

    private Attack drip() {
        server.with("/drip", visit -> {
            visit.head(200, "OK", "Content-Length: 60");
            visit.say("\r\n");
            for (int i = 0; i < 60; i++) {
                visit.say(new byte[1]);
                visit.hesitate(10);
            }
        });
        return attack(server.at("/drip"), Reason.TIMED_OUT)
                .within(Duration.ofMillis(200))
                .stealing(60);
    }

    @Test
    void theProductEnforcesEveryRule() {
        assertThat(Rule.all()).containsExactlyInAnyOrderElementsOf(Arrays.asList(Rule.values()));
    }
}
