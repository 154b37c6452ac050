package dev.pentimento.domain.image;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where an image was fetched from, without what often holds keys and signatures: user, query and fragment. */
public record SourceUrl(URI url) {
    private static final int SHOWN_CHARACTERS = 200;

    public SourceUrl {
        if (!url.equals(plain(url))) {
            throw new IllegalArgumentException("A source URL must have no user, query and fragment but was one with: "
                    + shorten(plain(url).toString()));
        }
    }

    /** Leaves out what may be secret. Of {@code data:} and the like only the scheme remains. */
    public static SourceUrl of(URI url) {
        return new SourceUrl(plain(url));
    }

    /** For messages; a long one is cut. */
    public String shown() {
        return shorten(toString());
    }

    @Override
    public String toString() {
        return url.toString();
    }

    private static URI plain(URI url) {
        if (url.isOpaque()) {
            return URI.create(url.getScheme() + ":\u2026");
        }
        return URI.create(scheme(url.getScheme()) + host(url) + url.getRawPath());
    }

    private static String scheme(@Nullable String scheme) {
        return scheme == null ? "" : scheme + ":";
    }

    /** A path may begin with two slashes only after a host, even an empty one. */
    private static String host(URI url) {
        String authority = url.getRawAuthority();
        if (authority == null) {
            return url.getRawPath().startsWith("//") ? "//" : "";
        }
        return "//" + authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "\u2026";
    }
}
