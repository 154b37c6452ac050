package dev.pentimento.testkit;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.ImageVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An image vault that is gone when the JVM is; for tests. Keeps every promise of the port but durability. */
public final class InMemoryImageVault implements ImageVault {
    private final Map<ImageDigest, EncodedImage> images = new ConcurrentHashMap<>();

    @Override
    public ImageDigest store(EncodedImage image) {
        ImageDigest digest = image.digest();
        images.put(digest, image);
        return digest;
    }

    @Override
    public long room() {
        return Long.MAX_VALUE;
    }

    @Override
    public EncodedImage load(ImageDigest digest) {
        EncodedImage image = images.get(digest);
        if (image == null) {
            throw new StorageFailure(Reason.IMAGE_MISSING, "Image " + digest + " is not in the vault", null);
        }
        return image;
    }

    @Override
    public boolean contains(ImageDigest digest) {
        return images.containsKey(digest);
    }

    @Override
    public Optional<HeldImage> find(ImageDigest digest) {
        return Optional.ofNullable(images.get(digest))
                .map(image -> new HeldImage(digest, image.mediaType(), image.length()));
    }

    @Override
    public void store(HeldImage image, ImageBytes bytes) {
        if (find(image.digest()).filter(image::equals).isPresent()) {
            return;
        }
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        try {
            bytes.writeTo(memory);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written", e);
        }
        EncodedImage encoded = EncodedImage.sniff(memory.toByteArray())
                .filter(found -> new HeldImage(found.digest(), found.mediaType(), found.length()).equals(image))
                .orElseThrow(() -> new IllegalArgumentException("These bytes are not those of " + image));
        store(encoded);
    }

    @Override
    public void copy(ImageDigest digest, OutputStream to) throws IOException {
        to.write(load(digest).bytes());
    }

    @Override
    public Optional<Path> locate(ImageDigest digest) {
        return Optional.empty();
    }
}
