package dev.pentimento.adapters.imaging.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import dev.pentimento.ports.spi.FetchLimits;
import dev.pentimento.testkit.TestCallContext;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How hosts may be spelled, and what is looked up then. */
class HostTest {
    private final List<String> lookedUp = new ArrayList<>();

    private FetchFailure fetch(String url) {
        HttpImageSource source = new HttpImageSource(FetchLimits.DEFAULT, Rule.all(), host -> {
            lookedUp.add(host);
            throw new UnknownHostException(host);
        });
        return catchThrowableOfType(FetchFailure.class, () -> source.fetch(URI.create(url), TestCallContext.calm()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0X7F000001",
                "127.1",
                "127.0.1",
                "1",
                "0",
                "0x",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "127.0.0.0x1",
                "127.0.0.01",
                "00000127.0.0.1",
                "127.0.0.256",
                "127.0.0.1.",
                "127.0.0.1.1",
                "8.8.8.8.",
                "example.com.",
                "example.com..",
                ".example.com",
                "example..com",
                "example.1",
                "example.0x7f",
                "\uff11\uff12\uff17.0.0.1",
                "\u2460\u2461\u2466.0.0.1",
                "127\u30020\u30020\u30021",
                "\uff18.8.8.8",
                "8.8.8\u3002\uff18",
                "127%2e0.0.1",
                "%31%32%37.0.0.1",
                "example%2ecom",
                "ex%00ample.com",
                "[::ffff:127.0.0.1]",
                "[::ffff:8.8.8.8]",
                "[::ffff:808:808]",
                "[fe80::1%25eth0]",
                "[fe80::1%eth0]",
                "[2606:4700::1111%251]",
                "ex!ample.com",
                "example.com,evil.com",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com",
                "-",
                "example.com:0",
                "example.com:65536",
                "example.com:-1"
            })
    void ambiguousHostsAreNotEvenLookedUp(String host) {
        FetchFailure failure = fetch("http://" + host + "/cat.png");

        assertThat(failure.reason()).isEqualTo(Reason.INVALID_URL);
        assertThat(lookedUp).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "EXAMPLE.com, example.com",
        "example.com:80, example.com",
        "example.com:, example.com",
        "a_b.example.com, a_b.example.com",
        "8.8.8.8, 8.8.8.8",
        "255.255.255.255, 255.255.255.255",
        "1.2.3.4.example, 1.2.3.4.example",
        "0x7f.example, 0x7f.example",
        "intranet, intranet",
        "[2001:4860:4860::8888], 2001:4860:4860::8888",
        "[2001:4860:4860:0:0:0:0:8888], 2001:4860:4860::8888",
        "[2001:DB8::1]:443, 2001:db8::1",
        "b\u00fccher.example, xn--bcher-kva.example",
        "B\u00dcCHER.example, xn--bcher-kva.example",
        "stra\u00dfe.example, xn--strae-oqa.example",
        "\u4f8b\u3048.\u30c6\u30b9\u30c8, xn--r8jz45g.xn--zckzah",
        "xn--bcher-kva.example, xn--bcher-kva.example"
    })
    void plainHostsAreLookedUpOnceInAscii(String host, String looked) {
        FetchFailure failure = fetch("http://" + host + "/cat.png");

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(lookedUp).containsExactly(looked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user@", "user:password@", "@", ":@", "example.org@", "a%40b@", "example.org:80@"})
    void usersAndPasswordsAreRefused(String user) {
        assertThat(fetch("http://" + user + "example.com/cat.png").reason()).isEqualTo(Reason.INVALID_URL);
        assertThat(lookedUp).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com:8080/, example.com:8080, true",
        "http://EXAMPLE.com:8080/, example.com:8080, true",
        "http://example.com:8080/, Example.COM:8080, true",
        "http://[0:0:0:0:0:0:0:1]:8080/, [::1]:8080, true",
        "https://example.com:8080/, example.com:8080, true",
        "http://example.com:8081/, example.com:8080, false",
        "http://www.example.com:8080/, example.com:8080, false",
        "http://example.com.evil.org:8080/, example.com:8080, false",
        "http://localhost:8080/, 127.0.0.1:8080, false",
        "http://127.0.0.1:8080/, localhost:8080, false"
    })
    void hostsAreAllowedByTheirExactNameAndPort(String url, String allowed, boolean mayPass) {
        FetchLimits limits =
                new FetchLimits(FetchLimits.DEFAULT.maxBytes(), FetchLimits.DEFAULT.timeout(), Set.of(allowed));
        HttpImageSource source = new HttpImageSource(limits, Rule.all(), host -> List.of());

        FetchFailure failure =
                catchThrowableOfType(FetchFailure.class, () -> source.fetch(URI.create(url), TestCallContext.calm()));

        assertThat(failure.reason()).isEqualTo(mayPass ? Reason.UNREACHABLE : Reason.NOT_ALLOWED);
    }
}
