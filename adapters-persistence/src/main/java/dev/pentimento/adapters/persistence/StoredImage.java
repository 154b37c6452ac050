package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;

/** How an image is described where it is stored. */
final class StoredImage {
    private StoredImage() {}

    static Document write(Image image) {
        return Document.empty()
                .with("digest", image.digest().hex())
                .with("media_type", image.mediaType().mime())
                .with("width", image.size().width())
                .with("height", image.size().height())
                .with("length", image.length());
    }

    static Image read(Document image) {
        return new Image(
                new ImageDigest(image.text("digest")),
                MediaType.ofMime(image.text("media_type")),
                new ImageSize(image.integer("width"), image.integer("height")),
                image.number("length"));
    }
}
