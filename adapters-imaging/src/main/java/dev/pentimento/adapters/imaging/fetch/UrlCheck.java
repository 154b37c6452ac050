package dev.pentimento.adapters.imaging.fetch;

import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Decides by its text alone whether a URL may be asked. */
final class UrlCheck {
    /** Beyond this, servers and proxies give up too. */
    static final int MAX_CHARACTERS = 8_192;

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);
    private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    private final Set<Rule> rules;
    private final AllowedHosts allowed;

    UrlCheck(Set<Rule> rules, AllowedHosts allowed) {
        this.rules = rules;
        this.allowed = allowed;
    }

    /** What somebody gave us. */
    HttpUrl admit(URI url) {
        String text = url.toString();
        String shown = SourceUrl.of(url).shown();
        checkLength(text, shown);
        checkScheme(text, shown);
        if (url.getRawAuthority() == null) {
            throw invalid(shown, "it names no host");
        }
        HttpUrl understood = understood(HttpUrl.parse(text), shown);
        checkHost(WrittenHost.in(text).orElseThrow(() -> invalid(shown, "it names no host")), understood, shown);
        checkPort(understood, shown);
        return understood;
    }

    /** Where a server sends us on. */
    HttpUrl follow(HttpUrl from, String location) {
        checkLength(location, "its target");
        checkScheme(location, "its target");
        HttpUrl to = understood(from.resolve(location), "its target");
        String shown = shown(to);
        if (rules.contains(Rule.NO_DOWNGRADE) && from.isHttps() && !to.isHttps()) {
            throw notAllowed(shown, "the way there began encrypted and would go on in the clear");
        }
        Optional<WrittenHost> written = WrittenHost.in(location);
        if (written.isPresent()) {
            checkHost(written.get(), to, shown);
        } else if (!to.host().equals(from.host())) {
            throw invalid(shown, "its host is written in a way that programs read differently");
        }
        checkPort(to, shown);
        return to;
    }

    /** Without user, query and fragment. */
    static String shown(HttpUrl url) {
        HttpUrl plain = url.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .build();
        return SourceUrl.of(plain.uri()).shown();
    }

    private void checkLength(String text, String shown) {
        if (rules.contains(Rule.SHORT_URL) && text.length() > MAX_CHARACTERS) {
            throw invalid(
                    shown,
                    String.format(
                            Locale.ROOT,
                            "it has %,d characters, and more than %,d are too many",
                            text.length(),
                            MAX_CHARACTERS));
        }
    }

    private static void checkScheme(String text, String shown) {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches() && !WEB.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            throw notAllowed(shown, "only http and https are; save the image and give the path of the file");
        }
    }

    private static HttpUrl understood(@Nullable HttpUrl url, String shown) {
        if (url == null) {
            throw invalid(shown, "its host or port makes no sense");
        }
        return url;
    }

    private void checkHost(WrittenHost written, HttpUrl understood, String shown) {
        if (rules.contains(Rule.NO_CREDENTIALS) && written.hasCredentials()) {
            throw invalid(shown, "it holds a user or a password; leave out what stands before '@'");
        }
        if (rules.contains(Rule.PLAIN_HOST)) {
            written.ambiguity(understood.host()).ifPresent(why -> {
                throw invalid(shown, why);
            });
        }
    }

    private void checkPort(HttpUrl url, String shown) {
        if (rules.contains(Rule.WEB_PORT) && !WEB_PORTS.contains(url.port()) && !allowed.contains(url)) {
            throw notAllowed(
                    shown,
                    "only ports 80 and 443 are; if you trust it, list %s under intake.allow-hosts"
                            .formatted(AllowedHosts.key(url)));
        }
    }

    private static FetchFailure invalid(String shown, String why) {
        return new FetchFailure(Reason.INVALID_URL, "%s cannot be fetched: %s".formatted(shown, why));
    }

    private static FetchFailure notAllowed(String shown, String why) {
        return new FetchFailure(Reason.NOT_ALLOWED, "%s is not fetched: %s".formatted(shown, why));
    }
}
