package dev.pentimento.adapters.web.edge;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may do what. A browser opens connections to this machine for any page: where nobody has to prove who he is, a page of a stranger must
 * neither change anything nor, by giving its own name our address, read anything.
 *
 * @param allowed origins of pages that may call
 * @param host the address the server listens on
 * @param publicUrl what users see; null = the address
 * @param trusting whether nobody has to prove who he is
 */
public record Visitors(
        Set<String> allowed, String host, @Nullable URI publicUrl, boolean trusting) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    public Visitors {
        allowed = Set.copyOf(allowed);
    }

    /** Why the request is not let in; empty if it is. */
    Optional<String> objection(Request request) {
        if (trusting && !isKnownName(Request.getServerName(request))) {
            return Optional.of("This server does not answer to the name in the Host header; set server.public-url");
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean foreign = origin != null && !allowed.contains(origin) && !isOwn(origin, request);
        return foreign && (isUpgrade(request) || (trusting && isChange(request)))
                ? Optional.of("Pages of this origin may not do that; list it in server.allowed-origins")
                : Optional.empty();
    }

    /** Names that always mean this machine, and those that the settings name. */
    private boolean isKnownName(@Nullable String name) {
        if (name == null) {
            return false;
        }
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        return plain.equals("localhost")
                || plain.matches("127(\\.\\d{1,3}){3}")
                || plain.equals("::1")
                || plain.equals("0:0:0:0:0:0:0:1")
                || plain.equalsIgnoreCase(host)
                || (publicUrl != null && plain.equalsIgnoreCase(publicUrl.getHost()));
    }

    private boolean isOwn(String origin, Request request) {
        String authority = request.getHeaders().get(HttpHeader.HOST);
        return (authority != null && origin.matches("https?://" + Pattern.quote(authority)))
                || (publicUrl != null && origin.equals(publicUrl.getScheme() + "://" + publicUrl.getAuthority()));
    }

    private static boolean isUpgrade(Request request) {
        return request.getHeaders().contains(HttpHeader.UPGRADE);
    }

    private static boolean isChange(Request request) {
        return !READING.contains(request.getMethod());
    }
}
