package dev.pentimento.domain.image;

import java.util.Arrays;
import java.util.Optional;

/** The image file formats we know, told apart by their first bytes and never by a file name. */
public enum MediaType {
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    WEBP("image/webp", "webp", "RIFF????WEBP"),
    GIF("image/gif", "gif", "GIF8");

    private static final char ANY = '?';

    private final String mime;
    private final String extension;
    /** The first bytes as Latin-1, where {@value #ANY} stands for any byte. */
    private final String magic;

    MediaType(String mime, String extension, String magic) {
        this.mime = mime;
        this.extension = extension;
        this.magic = magic;
    }

    public String mime() {
        return mime;
    }

    /** The usual file name ending, without the dot. */
    public String extension() {
        return extension;
    }

    public static Optional<MediaType> sniff(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    public static MediaType ofMime(String mime) {
        return Arrays.stream(values())
                .filter(type -> type.mime.equals(mime))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown image media type '" + mime + "'"));
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (magic.charAt(i) != ANY && (bytes[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
