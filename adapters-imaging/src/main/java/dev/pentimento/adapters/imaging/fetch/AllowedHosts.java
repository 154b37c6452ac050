package dev.pentimento.adapters.imaging.fetch;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** The hosts that the configuration trusts, each with one port. */
final class AllowedHosts {
    private final Set<String> hosts;

    /** @param hosts as {@code host:port}, IPv6 in brackets */
    AllowedHosts(Set<String> hosts) {
        this.hosts = hosts.stream()
                .map(host -> Optional.ofNullable(HttpUrl.parse("http://" + host + "/")))
                .flatMap(Optional::stream)
                .map(AllowedHosts::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(HttpUrl url) {
        return hosts.contains(key(url));
    }

    /** As it is written in the configuration. */
    static String key(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return host + ":" + url.port();
    }
}
