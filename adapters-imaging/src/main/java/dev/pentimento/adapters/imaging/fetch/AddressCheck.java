package dev.pentimento.adapters.imaging.fetch;

import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.FetchFailure.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;

/** Looks a host up and lets only public addresses through. */
final class AddressCheck {
    private final Set<Rule> rules;
    private final AllowedHosts allowed;
    private final Resolver resolver;

    AddressCheck(Set<Rule> rules, AllowedHosts allowed, Resolver resolver) {
        this.rules = rules;
        this.allowed = allowed;
        this.resolver = resolver;
    }

    /** Where the host may be connected to: all its addresses, or none when a single one is not public. */
    List<InetAddress> addresses(HttpUrl url) throws UnknownHostException {
        List<InetAddress> found = List.copyOf(resolver.addresses(url.host()));
        if (found.isEmpty()) {
            throw new UnknownHostException(url.host());
        }
        if (rules.contains(Rule.PUBLIC_ADDRESS) && !allowed.contains(url)) {
            found.forEach(address -> check(address, url));
        }
        return found;
    }

    /** Says what kind of address it is and not which: whoever sent the URL need not learn our network's map. */
    private static void check(InetAddress address, HttpUrl url) {
        AddressRange.around(address).ifPresent(range -> {
            throw new FetchFailure(
                    Reason.NOT_ALLOWED,
                    "%s is not fetched: its host leads to %s; if you trust it, list %s under intake.allow-hosts"
                            .formatted(UrlCheck.shown(url), range, AllowedHosts.key(url)));
        });
    }
}
