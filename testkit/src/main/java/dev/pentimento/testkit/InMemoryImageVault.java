package dev.pentimento.testkit;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.ImageVault;
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
    public Optional<Path> locate(ImageDigest digest) {
        return Optional.empty();
    }
}
