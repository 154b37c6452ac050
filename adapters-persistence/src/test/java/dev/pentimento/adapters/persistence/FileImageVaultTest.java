package dev.pentimento.adapters.persistence;

import static dev.pentimento.adapters.persistence.Storage.fails;
import static dev.pentimento.testkit.Fixtures.anEncodedImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.testkit.ImageVaultContract;
import dev.pentimento.testkit.SmallDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImageVaultTest extends ImageVaultContract {
    private static final int LARGE = 200_000;

    @TempDir
    private Path home;

    private ImageVault vault;

    @BeforeEach
    void open() {
        vault = open(home);
    }

    @Override
    protected ImageVault vault() {
        return vault;
    }

    @Test
    void fileIsNamedAfterItsDigestAndFormat() {
        EncodedImage image = anEncodedImage();

        ImageDigest digest = vault.store(image);

        assertThat(vault.locate(digest))
                .contains(home.resolve("images")
                        .resolve(digest.hex().substring(0, 2))
                        .resolve(digest + ".png"));
    }

    @Test
    void changedFileIsNoticedWhileItIsCopied() throws IOException {
        EncodedImage image = anEncodedImage();
        vault.store(image);
        Path place = vault.locate(image.digest()).orElseThrow();
        byte[] changed = image.bytes();
        changed[changed.length - 1] ^= 1;
        Files.write(place, changed);

        fails(Reason.IMAGE_MISSING, () -> vault.copy(image.digest(), OutputStream.nullOutputStream()))
                .hasMessageContaining(place.toString());
    }

    @Test
    void changedFileIsMendedByStoringItsImageAgainInPieces() throws IOException {
        EncodedImage image = anEncodedImage();
        vault.store(image);
        byte[] changed = image.bytes();
        changed[changed.length - 1] ^= 1;
        Files.write(vault.locate(image.digest()).orElseThrow(), changed);

        vault.store(new HeldImage(image.digest(), image.mediaType(), image.length()), to -> to.write(image.bytes()));

        assertThat(vault.load(image.digest())).isEqualTo(image);
    }

    @Test
    void imagesSurviveOpeningAgain() {
        EncodedImage image = anEncodedImage();
        vault.store(image);

        assertThat(open(home).load(image.digest())).isEqualTo(image);
    }

    @Test
    void onlyTheOwnerMayLook() throws IOException {
        Path place = stored(anEncodedImage());

        assertThat(permissions(place)).isEqualTo("rw-------");
        assertThat(permissions(place.resolveSibling("."))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("images"))).isEqualTo("rwx------");
    }

    @Test
    void nothingButTheImageIsLeft() throws IOException {
        Path place = stored(anEncodedImage());

        assertThat(files(home)).containsExactly(place);
    }

    @Test
    void changedBytesAreRefused() throws IOException {
        EncodedImage image = anEncodedImage();
        Path place = stored(image);
        byte[] bytes = image.bytes();
        bytes[bytes.length - 1] ^= 1;
        Files.write(place, bytes);

        fails(Reason.IMAGE_MISSING, () -> vault.load(image.digest()))
                .hasMessageContaining(image.digest().hex())
                .hasMessageContaining(place.toString())
                .hasMessageContaining("changed");
    }

    @Test
    void truncatedAndForeignBytesAreRefused() throws IOException {
        EncodedImage image = anEncodedImage();
        Path place = stored(image);

        Files.write(place, Arrays.copyOf(image.bytes(), 20));
        fails(Reason.IMAGE_MISSING, () -> vault.load(image.digest()));
        Files.write(place, new byte[0]);
        fails(Reason.IMAGE_MISSING, () -> vault.load(image.digest()));
        Files.write(place, anEncodedImage().bytes());
        fails(Reason.IMAGE_MISSING, () -> vault.load(image.digest()));
    }

    @Test
    void storingAgainMendsADamagedFile() throws IOException {
        EncodedImage image = anEncodedImage();
        Files.write(stored(image), new byte[7]);

        vault.store(image);

        assertThat(vault.load(image.digest())).isEqualTo(image);
    }

    @Test
    void storingAgainDoesNotWriteAgain() throws IOException {
        EncodedImage image = anEncodedImage();
        Path place = stored(image);
        Object before = Files.getAttribute(place, "unix:ino");

        vault.store(image);

        assertThat(Files.getAttribute(place, "unix:ino")).isEqualTo(before);
    }

    @Test
    void leftoversOfCrashedWritersGoAfterAnHour() throws IOException {
        Path leftover = Files.createTempFile(home.resolve("images/incoming"), "image", ".tmp");
        Instant crash = Files.getLastModifiedTime(leftover).toInstant();

        openAt(crash.plus(Duration.ofMinutes(59)));
        assertThat(leftover).exists();

        openAt(crash.plus(Duration.ofMinutes(61)));
        assertThat(leftover).doesNotExist();
    }

    @Test
    void fullDiskIsReportedAndNothingIsLeftBehind() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(home, 64)) {
            ImageVault small = open(disk.home());
            EncodedImage fitting = anEncodedImage();
            EncodedImage large = EncodedImage.of(Arrays.copyOf(anEncodedImage().bytes(), LARGE));
            small.store(fitting);
            List<Path> before = files(disk.home());

            fails(Reason.DISK_FULL, () -> small.store(large))
                    .hasMessageContaining(large.digest().hex());

            assertThat(small.contains(large.digest())).isFalse();
            assertThat(files(disk.home())).isEqualTo(before);
            assertThat(small.load(fitting.digest())).isEqualTo(fitting);
        }
    }

    @Test
    void readOnlyVaultIsReadButNotWritten() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(home, 64)) {
            EncodedImage image = anEncodedImage();
            open(disk.home()).store(image);
            Files.createFile(disk.home().resolve("images/incoming/old"));
            disk.becomeReadOnly();

            ImageVault readOnly = FileImageVault.open(Home.open(disk.home()), () -> Instant.MAX);

            assertThat(readOnly.load(image.digest())).isEqualTo(image);
            assertThat(readOnly.store(image)).isEqualTo(image.digest());
            fails(Reason.NOT_WRITABLE, () -> readOnly.store(anEncodedImage()))
                    .hasMessageContaining(disk.home().toString());
        }
    }

    @Test
    void fileIsNoVault() throws IOException {
        Path other = Files.createDirectory(home.resolve("other"));
        Files.createFile(other.resolve("images"));

        fails(Reason.NOT_WRITABLE, () -> open(other)).hasMessageContaining(other.toString());
    }

    private Path stored(EncodedImage image) {
        return vault.locate(vault.store(image)).orElseThrow();
    }

    private static ImageVault open(Path home) {
        return new FileImageVaultFactory().open(home);
    }

    private void openAt(Instant now) {
        FileImageVault.open(Home.open(home), () -> now);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
