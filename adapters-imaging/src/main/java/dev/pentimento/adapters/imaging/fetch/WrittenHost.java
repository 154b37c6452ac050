package dev.pentimento.adapters.imaging.fetch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a URL's text between its scheme and its path, as somebody wrote it.
 *
 * <p>Resolvers and libraries read {@code 2130706433}, {@code 0x7f.1}, {@code 127.1} or digits of another script as 127.0.0.1, and not all
 * alike. Such spellings are refused rather than understood.
 */
record WrittenHost(String authority) {
    private static final Pattern WITH_HOST = Pattern.compile(
            "\\s*(?:[a-z][a-z0-9+.-]*:)?[/\\\\]{2,}([^/\\\\?#]*).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern BRACKETED = Pattern.compile("\\[[0-9a-fA-F:.]+]");

    /** What may make a resolver take a name for an address: the last part is a number, decimal, octal or hexadecimal. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

    private static final String OCTET = "(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final Pattern DOTTED = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    /** Empty when the text, such as a relative reference, names no host. */
    static Optional<WrittenHost> in(String url) {
        Matcher found = WITH_HOST.matcher(url);
        return found.matches() ? Optional.of(new WrittenHost(found.group(1))) : Optional.empty();
    }

    boolean hasCredentials() {
        return authority.indexOf('@') >= 0;
    }

    /**
     * What is ambiguous about the spelling; empty = nothing.
     *
     * @param understood the host that the HTTP client reads here, in lower-case ASCII, IPv6 without brackets
     */
    Optional<String> ambiguity(String understood) {
        String host = host();
        if (host.indexOf('%') >= 0) {
            return Optional.of("its host must have no percent sign");
        }
        if (host.startsWith("[")) {
            return bracketed(host, understood);
        }
        if (ENDS_IN_NUMBER.matcher(understood).matches()) {
            return DOTTED.matcher(host).matches()
                    ? Optional.empty()
                    : Optional.of("its host must be a name or an IPv4 address written like 192.0.2.7");
        }
        return NAME.matcher(understood).matches()
                ? Optional.empty()
                : Optional.of("its host must be letters, digits, '-' and '_' between single dots");
    }

    private static Optional<String> bracketed(String host, String understood) {
        boolean plain = BRACKETED.matcher(host).matches() && understood.indexOf(':') >= 0;
        return plain
                ? Optional.empty()
                : Optional.of(
                        "its host must be a name or an IPv6 address written like [2001:db8::7], not one around IPv4");
    }

    /** Without user and port. */
    private String host() {
        String rest = authority.substring(authority.lastIndexOf('@') + 1);
        int end = rest.startsWith("[") ? rest.indexOf(']') + 1 : rest.indexOf(':');
        return end <= 0 ? rest : rest.substring(0, end);
    }
}
