package dev.pentimento.app.cli.argument;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** URLs as people paste them: browsers let through what URLs may not contain. */
final class WebAddress {
    private static final Pattern URL = Pattern.compile("(?is)[a-z][a-z0-9+.-]*://.*|(?:https?|data|file):.*");

    /** What browsers escape by themselves; beyond ASCII nothing needs it. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\"<>\\\\^`{|}\\x7f]|%(?![0-9a-fA-F]{2})");

    private static final Pattern SECRET = Pattern.compile("[?#].*|//[^/]*@", Pattern.DOTALL);

    private WebAddress() {}

    /** Whether {@code text} is meant as a URL, of whatever kind. */
    static boolean isMeantBy(String text) {
        return URL.matcher(text.strip()).matches();
    }

    /** @throws IllegalArgumentException if nobody could read it, without the parts that may be secret */
    static URI read(String text) {
        String escaped = FORBIDDEN.matcher(text.strip()).replaceAll(WebAddress::escape);
        try {
            return new URI(escaped);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'%s' is no URL: %s; check its spelling"
                    .formatted(SECRET.matcher(escaped).replaceAll(""), e.getReason()));
        }
    }

    private static String escape(MatchResult forbidden) {
        byte letter = forbidden.group().getBytes(StandardCharsets.US_ASCII)[0];
        return "%%%02X".formatted(letter);
    }
}
