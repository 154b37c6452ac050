package dev.pentimento.bootstrap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The types of settings that name a place on the network. */
final class Addresses {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Addresses() {}

    static SettingType<URI> url() {
        return new SettingType<>("an http or https URL without user, password, query and fragment", Addresses::read);
    }

    static SettingType<List<String>> hostsWithPort() {
        return SettingType.listOf(
                "a list of host:port such as images.internal:8443",
                "[A-Za-z0-9.-]+:\\d{1,5}|\\[[0-9a-fA-F:.]+]:\\d{1,5}");
    }

    static SettingType<List<String>> origins() {
        return SettingType.listOf(
                "a list of web origins such as https://studio.example.com",
                "https?://(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?");
    }

    /** Whether only this machine answers there. */
    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** With the port that the scheme implies when none is written. */
    static String hostAndPort(URI url) {
        int implied = url.getScheme().equals("http") ? 80 : 443;
        return url.getHost() + ":" + (url.getPort() < 0 ? implied : url.getPort());
    }

    private static Optional<URI> read(String text) {
        try {
            return Optional.of(new URI(text)).filter(Addresses::isPlainUrl);
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    private static boolean isPlainUrl(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }
}
