package dev.pentimento.app.cli.argument;

import java.util.regex.Pattern;

/** An image as the user points at it: a file, {@code -} for standard input, or a version. */
public record PictureArgument(String text) {
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://.*");
    private static final Pattern VERSION = Pattern.compile("(?i)([0-9a-f-]+/)?[a-z]+[0-9.]*|[0-9a-f][0-9a-f-]{3,35}");

    public PictureArgument {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "The name of the image is empty; give a file, - or a version such as A1");
        }
        if (WEB_ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Fetching URLs is not supported yet; download the image and give its path");
        }
    }

    /** Whether it can only be a file: a version is never called like this. */
    boolean isSurelyFile() {
        return !VERSION.matcher(text).matches();
    }
}
