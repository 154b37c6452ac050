package dev.pentimento.domain.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The image file formats we know, told apart by their first bytes and never by a file name. */
public enum MediaType {
    PNG("image/png", "png", List.of(new Magic(0, "\u0089PNG\r\n\u001a\n"))),
    JPEG("image/jpeg", "jpg", List.of(new Magic(0, "\u00ff\u00d8\u00ff"))),
    WEBP("image/webp", "webp", List.of(new Magic(0, "RIFF"), new Magic(8, "WEBP"))),
    GIF("image/gif", "gif", List.of(new Magic(0, "GIF8")));

    private final String mime;
    private final String extension;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Magic> magic;

    MediaType(String mime, String extension, List<Magic> magic) {
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
        return Arrays.stream(values())
                .filter(type -> type.magic.stream().allMatch(magic -> magic.matches(bytes)))
                .findFirst();
    }

    public static MediaType ofMime(String mime) {
        return Arrays.stream(values())
                .filter(type -> type.mime.equals(mime))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown image media type '" + mime + "'"));
    }

    private record Magic(int offset, String latin1) {
        boolean matches(byte[] bytes) {
            if (bytes.length < offset + latin1.length()) {
                return false;
            }
            for (int i = 0; i < latin1.length(); i++) {
                if ((bytes[offset + i] & 0xff) != latin1.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
