package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.ImageVault;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Images as files named after their digest, such as {@code images/ab/abcd....png}: the first two digits spread them over 256 folders.
 *
 * <p>A file appears under its name only when it is complete and safe on the disk. Every load computes the digest again.
 */
final class FileImageVault implements ImageVault {
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Incoming incoming;
    private volatile @Nullable FileStore disk;

    private FileImageVault(Path folder, Incoming incoming) {
        this.folder = folder;
        this.incoming = incoming;
    }

    static ImageVault open(Home home, InstantSource clock) {
        return open(home, clock, Incoming.AT_ONCE);
    }

    static ImageVault open(Home home, InstantSource clock, Incoming.Move move) {
        Path folder = home.images();
        Incoming incoming = new Incoming(folder.resolve("incoming"), move);
        try {
            Folders.create(incoming.folder());
        } catch (IOException e) {
            throw FileTrouble.writing("The image vault " + folder, e);
        }
        incoming.forgetLeftovers(clock.instant());
        return new FileImageVault(folder, incoming);
    }

    @Override
    public ImageDigest store(EncodedImage image) {
        ImageDigest digest = image.digest();
        Path place = place(digest, image.mediaType());
        try {
            return Uninterrupted.finish(() -> store(image, digest, place));
        } catch (IOException e) {
            throw FileTrouble.writing("Image %s in %s".formatted(digest, place), e);
        }
    }

    /** Syncs the name of a file that was there already, too: whoever put it there may not have come so far yet. */
    private ImageDigest store(EncodedImage image, ImageDigest digest, Path place) throws IOException {
        Path shelf = shelf(digest);
        Folders.create(shelf);
        if (!isIntact(place, digest)) {
            incoming.write(image.bytes(), place);
        }
        Folders.sync(shelf);
        return digest;
    }

    @Override
    public EncodedImage load(ImageDigest digest) {
        Path place = locate(digest).orElseThrow(() -> missing("Image %s is not in %s", digest, folder, null));
        try {
            return EncodedImage.sniff(Uninterrupted.finish(() -> Files.readAllBytes(place)))
                    .filter(image -> image.digest().equals(digest))
                    .orElseThrow(() -> missing("The bytes of image %s in %s have changed", digest, place, null));
        } catch (IOException e) {
            throw Files.exists(place)
                    ? FileTrouble.reading("Image %s in %s".formatted(digest, place), e)
                    : missing("Image %s is no longer in %s", digest, place, e);
        }
    }

    @Override
    public void store(HeldImage image, ImageBytes bytes) {
        Path place = place(image.digest(), image.mediaType());
        try {
            Path shelf = shelf(image.digest());
            Folders.create(shelf);
            if (!isIntact(image)) {
                incoming.write(image, bytes, place);
            }
            Folders.sync(shelf);
        } catch (IOException e) {
            throw FileTrouble.writing("Image %s in %s".formatted(image.digest(), place), e);
        }
    }

    private boolean isIntact(HeldImage image) throws IOException {
        if (find(image.digest()).filter(image::equals).isEmpty()) {
            return false;
        }
        try {
            copy(image.digest(), OutputStream.nullOutputStream());
            return true;
        } catch (StorageFailure damaged) {
            return false;
        }
    }

    /** Reads through a stream that an interrupt does not close. */
    @Override
    public void copy(ImageDigest digest, OutputStream to) throws IOException {
        Path place = locate(digest).orElseThrow(() -> missing("Image %s is not in %s", digest, folder, null));
        ImageMeter meter = new ImageMeter(to);
        try (InputStream file = open(digest, place)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = read(file, buffer, place); count >= 0; count = read(file, buffer, place)) {
                meter.write(buffer, 0, count);
            }
        }
        if (meter.image().filter(image -> image.digest().equals(digest)).isEmpty()) {
            throw missing("The bytes of image %s in %s have changed", digest, place, null);
        }
    }

    private InputStream open(ImageDigest digest, Path place) {
        try {
            return new FileInputStream(place.toFile());
        } catch (IOException e) {
            throw Files.exists(place)
                    ? FileTrouble.reading("Image %s in %s".formatted(digest, place), e)
                    : missing("Image %s is no longer in %s", digest, place, e);
        }
    }

    private static int read(InputStream file, byte[] buffer, Path place) {
        try {
            return file.read(buffer);
        } catch (IOException e) {
            throw FileTrouble.reading("The image " + place, e);
        }
    }

    @Override
    public boolean contains(ImageDigest digest) {
        return locate(digest).isPresent();
    }

    @Override
    public Optional<HeldImage> find(ImageDigest digest) {
        return Arrays.stream(MediaType.values())
                .filter(type -> Files.isRegularFile(place(digest, type)))
                .findFirst()
                .flatMap(type -> held(digest, type));
    }

    /** An empty file is none of ours. */
    private Optional<HeldImage> held(ImageDigest digest, MediaType type) {
        Path place = place(digest, type);
        try {
            long length = Files.size(place);
            return length == 0 ? Optional.empty() : Optional.of(new HeldImage(digest, type, length));
        } catch (IOException e) {
            throw FileTrouble.reading("Image %s in %s".formatted(digest, place), e);
        }
    }

    @Override
    public Optional<Path> locate(ImageDigest digest) {
        return Arrays.stream(MediaType.values())
                .map(type -> place(digest, type))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public long room() {
        try {
            return disk().getUsableSpace();
        } catch (IOException e) {
            throw FileTrouble.reading("The image vault " + folder, e);
        }
    }

    /** Found once: to find it is to read the list of all that is mounted. */
    private FileStore disk() throws IOException {
        FileStore known = disk;
        if (known != null) {
            return known;
        }
        FileStore found = Files.getFileStore(folder);
        disk = found;
        return found;
    }

    private Path place(ImageDigest digest, MediaType type) {
        return shelf(digest).resolve(digest.hex() + "." + type.extension());
    }

    private Path shelf(ImageDigest digest) {
        return folder.resolve(digest.hex().substring(0, 2));
    }

    /** Whether the bytes are there already; a damaged file is not, and so is mended by storing its image again. */
    private static boolean isIntact(Path place, ImageDigest digest) throws IOException {
        return Files.isRegularFile(place)
                && EncodedImage.sniff(Files.readAllBytes(place))
                        .filter(image -> image.digest().equals(digest))
                        .isPresent();
    }

    private static StorageFailure missing(String message, ImageDigest digest, Path place, @Nullable IOException cause) {
        return new StorageFailure(
                Reason.IMAGE_MISSING, message.formatted(digest, place) + "; restore it from a backup", cause);
    }
}
