package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.anEncodedImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.ImageVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all image vaults promise; every adapter of {@link ImageVault} has a test that extends this. */
public abstract class ImageVaultContract {
    private static final int LARGE = 8 * 1024 * 1024;

    /** The same vault throughout a test, and empty when it begins. */
    protected abstract ImageVault vault();

    @ParameterizedTest
    @EnumSource(MediaType.class)
    void imageOfEveryFormatComesBackAsItWas(MediaType type) {
        EncodedImage image = beginningOf(type);

        ImageDigest digest = vault().store(image);

        assertThat(digest).isEqualTo(image.digest());
        assertThat(vault().load(digest)).isEqualTo(image);
        assertThat(vault().contains(digest)).isTrue();
    }

    @Test
    void largeImageComesBackAsItWas() {
        byte[] bytes = Arrays.copyOf(anEncodedImage().bytes(), LARGE);
        bytes[LARGE - 1] = 7;
        EncodedImage image = EncodedImage.of(bytes);

        assertThat(vault().load(vault().store(image))).isEqualTo(image);
    }

    @Test
    void imageIsStoredOnce() {
        EncodedImage image = anEncodedImage();
        ImageDigest first = vault().store(image);
        Optional<Path> place = vault().locate(first);

        ImageDigest second = vault().store(image);

        assertThat(second).isEqualTo(first);
        assertThat(vault().locate(second)).isEqualTo(place);
        assertThat(vault().load(second)).isEqualTo(image);
    }

    @Test
    void imagesAreKeptApart() {
        EncodedImage one = anEncodedImage();
        EncodedImage other = anEncodedImage();
        vault().store(one);
        vault().store(other);

        assertThat(vault().load(one.digest())).isEqualTo(one);
        assertThat(vault().load(other.digest())).isEqualTo(other);
    }

    @Test
    void unknownImageIsMissing() {
        ImageDigest unknown = anEncodedImage().digest();

        assertThat(vault().contains(unknown)).isFalse();
        assertThat(vault().locate(unknown)).isEmpty();
        assertThatThrownBy(() -> vault().load(unknown))
                .isInstanceOfSatisfying(
                        StorageFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.IMAGE_MISSING))
                .hasMessageContaining(unknown.hex());
    }

    @Test
    void whereAnImageIsLocatedItsBytesAre() throws IOException {
        EncodedImage image = anEncodedImage();
        Optional<Path> place = vault().locate(vault().store(image));

        if (place.isPresent()) {
            assertThat(place.get()).isAbsolute().isNormalized();
            assertThat(Files.readAllBytes(place.get())).isEqualTo(image.bytes());
        }
    }

    @Test
    void imageMayComeAndGoInPieces() throws IOException {
        EncodedImage image = anEncodedImage();

        vault().store(held(image), to -> {
            to.write(image.bytes()[0]);
            to.write(image.bytes(), 1, image.length() - 1);
        });

        assertThat(vault().load(image.digest())).isEqualTo(image);
        assertThat(vault().find(image.digest())).contains(held(image));
        assertThat(copyOf(image)).isEqualTo(image.bytes());
    }

    @Test
    void imageThatIsThereIsNotAskedForAgain() {
        EncodedImage image = anEncodedImage();
        vault().store(image);

        vault().store(held(image), to -> {
            throw new AssertionError("It is there");
        });
    }

    @Test
    void otherBytesThanPromisedAreNotKept() {
        EncodedImage image = anEncodedImage();
        EncodedImage other = anEncodedImage();

        for (byte[] wrong : List.of(other.bytes(), Arrays.copyOf(image.bytes(), image.length() - 1), new byte[0])) {
            assertThatThrownBy(() -> vault().store(held(image), to -> to.write(wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(vault().contains(image.digest())).isFalse();
        assertThat(vault().find(image.digest())).isEmpty();
        assertThat(vault().contains(other.digest())).isFalse();
    }

    @Test
    void bytesThatCannotBeHadAreNotKept() {
        EncodedImage image = anEncodedImage();
        IllegalStateException gone = new IllegalStateException("gone");

        assertThatThrownBy(() -> vault().store(held(image), to -> {
                    to.write(image.bytes(), 0, 8);
                    throw gone;
                }))
                .isSameAs(gone);

        assertThat(vault().contains(image.digest())).isFalse();
    }

    @Test
    void copyOfAnUnknownImageFails() {
        assertThatThrownBy(() -> copyOf(anEncodedImage()))
                .isInstanceOfSatisfying(
                        StorageFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.IMAGE_MISSING));
    }

    @Test
    void troubleOfTheTargetIsPassedOn() {
        EncodedImage image = anEncodedImage();
        vault().store(image);
        OutputStream closed = OutputStream.nullOutputStream();

        assertThatThrownBy(() -> {
                    closed.close();
                    vault().copy(image.digest(), closed);
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void interruptedThreadStoresAndLoadsAllTheSame() {
        EncodedImage image = anEncodedImage();

        Thread.currentThread().interrupt();
        vault().store(image);
        EncodedImage loaded = vault().load(image.digest());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(loaded).isEqualTo(image);
    }

    @Test
    void manyMayStoreTheSameImageAtOnce() {
        EncodedImage image = anEncodedImage();

        List<ImageDigest> digests = Crowd.of(8, () -> vault().store(image));

        assertThat(digests).containsOnly(image.digest());
        assertThat(vault().load(image.digest())).isEqualTo(image);
    }

    @Test
    void manyMayStoreDifferentImagesAtOnce() {
        List<EncodedImage> loaded = Crowd.of(8, () -> vault().load(vault().store(anEncodedImage())));

        assertThat(loaded).doesNotHaveDuplicates();
    }

    private static HeldImage held(EncodedImage image) {
        return new HeldImage(image.digest(), image.mediaType(), image.length());
    }

    private byte[] copyOf(EncodedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        vault().copy(image.digest(), bytes);
        return bytes.toByteArray();
    }

    /** The first bytes of a file of that format, and nothing that would decode. */
    private static EncodedImage beginningOf(MediaType type) {
        String magic = switch (type) {
            case PNG -> "\u0089PNG\r\n\u001a\n";
            case JPEG -> "\u00ff\u00d8\u00ff\u00e0";
            case WEBP -> "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ";
            case GIF -> "GIF89a";
        };
        return EncodedImage.of(magic.getBytes(StandardCharsets.ISO_8859_1));
    }
}
