package dev.pentimento.app.cli.argument;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** An image as the user points at it: a file, a URL, {@code -} for standard input, or a version. */
public record PictureArgument(String text) {
    private static final Pattern VERSION = Pattern.compile("(?i)([0-9a-f-]+/)?[a-z]+[0-9.]*|[0-9a-f][0-9a-f-]{3,35}");

    public PictureArgument {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "The name of the image is empty; give a file, a URL, - or a version such as A1");
        }
        if (WebAddress.isMeantBy(text)) {
            WebAddress.read(text);
        }
    }

    /** The URL, when it is one. */
    public Optional<URI> url() {
        return WebAddress.isMeantBy(text) ? Optional.of(WebAddress.read(text)) : Optional.empty();
    }

    /** Whether it can only be a file: a version is never called like this. */
    boolean isSurelyFile() {
        return !VERSION.matcher(text).matches();
    }
}
