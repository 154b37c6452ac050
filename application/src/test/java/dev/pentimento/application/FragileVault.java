package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.ImageVault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A vault whose disk can be full, and can lose images. */
final class FragileVault implements ImageVault {
    private final ImageVault vault;
    private final Set<ImageDigest> lost = ConcurrentHashMap.newKeySet();
    private volatile boolean full;

    FragileVault(ImageVault vault) {
        this.vault = vault;
    }

    void lose(ImageDigest digest) {
        lost.add(digest);
    }

    void fillUp() {
        full = true;
    }

    void makeRoom() {
        full = false;
    }

    @Override
    public ImageDigest store(EncodedImage image) {
        if (full) {
            throw new StorageFailure(StorageFailure.Reason.DISK_FULL, "The disk is full; make room", null);
        }
        return vault.store(image);
    }

    @Override
    public long room() {
        return full ? 0 : vault.room();
    }

    @Override
    public EncodedImage load(ImageDigest digest) {
        return vault.load(digest);
    }

    @Override
    public boolean contains(ImageDigest digest) {
        return !lost.contains(digest) && vault.contains(digest);
    }

    @Override
    public Optional<HeldImage> find(ImageDigest digest) {
        return vault.find(digest).filter(image -> !lost.contains(digest));
    }

    @Override
    public void store(HeldImage image, ImageBytes bytes) {
        if (full) {
            throw new StorageFailure(StorageFailure.Reason.DISK_FULL, "The disk is full; make room", null);
        }
        vault.store(image, bytes);
    }

    @Override
    public void copy(ImageDigest digest, OutputStream to) throws IOException {
        vault.copy(digest, to);
    }

    @Override
    public Optional<Path> locate(ImageDigest digest) {
        return vault.locate(digest);
    }
}
