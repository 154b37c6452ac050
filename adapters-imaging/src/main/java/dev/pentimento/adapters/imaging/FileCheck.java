package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ImageRejected.Reason;
import java.util.Locale;

/** Turns away by length and first bytes whatever no reader should see. */
final class FileCheck {
    private FileCheck() {}

    static MediaType admit(byte[] file, Bounds bounds) {
        if (file.length == 0) {
            throw new ImageRejected(Reason.EMPTY, "The image file is empty (0 bytes); choose a file with content");
        }
        if (bounds.enforce(IntakeRule.FILE_LENGTH)
                && file.length > bounds.limits().maxBytes()) {
            throw new ImageRejected(
                    Reason.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "This file has %,d bytes, more than the limit of %,d; save the image smaller",
                            file.length,
                            bounds.limits().maxBytes()));
        }
        return MediaType.sniff(file).orElseThrow(() -> unreadable(file));
    }

    private static ImageRejected unreadable(byte[] file) {
        return ForeignFormat.recognise(ByteView.of(file))
                .map(name -> new ImageRejected(
                        Reason.UNSUPPORTED,
                        "This is %s, a format that cannot be read here; convert it to PNG, JPEG, WebP or GIF"
                                .formatted(name)))
                .orElseGet(() -> new ImageRejected(
                        Reason.NOT_AN_IMAGE,
                        String.format(
                                Locale.ROOT,
                                "This file (%,d bytes) is not an image, whatever its name says; use a PNG, JPEG, WebP or GIF",
                                file.length)));
    }
}
