package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.Bundles;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * Bundles as zip files: the manifest, then the images in the order of their digests, such as {@code images/ab/abcd....png}. Any program can read
 * them; we read only what is written in this one way, see {@code docs/bundle-format.md}.
 */
final class ZipBundles implements Bundles {
    private static final int BUFFER = 256 * 1024;

    private final Home home;
    private final BundleLimits limits;
    private final Set<BundleRule> rules;

    ZipBundles(Home home, BundleLimits limits, Set<BundleRule> rules) {
        this.home = home;
        this.limits = limits;
        this.rules = Set.copyOf(rules);
    }

    static String entryName(HeldImage image) {
        String hex = image.digest().hex();
        return "images/%s/%s.%s"
                .formatted(hex.substring(0, 2), hex, image.mediaType().extension());
    }

    @Override
    public Written write(Bundle bundle, Path file, Supply images) {
        Path target = file.toAbsolutePath().normalize();
        refuseVault(target);
        try {
            Path folder = target.resolveSibling(".").normalize();
            Path draft = folder.resolve(".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
            try {
                writeThrough(bundle, draft, images);
                Written written = new Written(Files.size(draft), sha256(draft));
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                Folders.sync(folder);
                return written;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw FileTrouble.writing("The bundle " + target, e);
        }
    }

    /** What lies among the images of a home is taken for one. */
    private void refuseVault(Path target) {
        try {
            Path folder = target.resolveSibling(".").toRealPath();
            if (Files.isDirectory(home.images())
                    && folder.startsWith(home.images().toRealPath())) {
                throw new StorageFailure(
                        Reason.NOT_WRITABLE,
                        "The bundle %s would lie among the images of the home; choose another folder".formatted(target),
                        null);
            }
        } catch (IOException e) {
            throw FileTrouble.writing("The bundle " + target, e);
        }
    }

    private static void writeThrough(Bundle bundle, Path draft, Supply images) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(draft.toFile(), "rw")) {
            ZipWriter zip = new ZipWriter(file);
            zip.deflate(ManifestWriter.NAME, to -> ManifestWriter.write(bundle, to));
            for (HeldImage image : bundle.images()) {
                zip.store(entryName(image), to -> images.copy(image, to));
            }
            zip.finish();
            file.getFD().sync();
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = ImageMeter.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new FileInputStream(file.toFile())) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public OpenBundle open(Path file, UserId owner) {
        return ZipBundle.open(new BundleCheck(file.toAbsolutePath().normalize(), limits, rules), owner);
    }
}
