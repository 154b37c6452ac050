package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.ports.failure.BundleRejected;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.out.Bundles.OpenBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all formats of bundles promise; every adapter of {@link Bundles} has a test that extends this. */
public abstract class BundlesContract {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");
    private static final long SEED = 20261120;
    private static final int FLIPS = 600;

    private final TravellingHistory travelling = TravellingHistory.of(ANN);

    @TempDir
    private Path folder;

    protected abstract Bundles bundles();

    private Path file() {
        return folder.resolve("history.zip");
    }

    private Bundles.Written write() {
        return bundles().write(travelling.bundle(), file(), travelling);
    }

    @Test
    void everythingComesBackAsItWas() {
        write();

        try (OpenBundle open = bundles().open(file(), ANN)) {
            assertThat(open.contents()).isEqualTo(travelling.bundle());
            assertThat(open.contents().images())
                    .allSatisfy(image -> assertThat(bytes(open, image))
                            .isEqualTo(travelling.image(image.digest()).bytes()));
        }
    }

    @Test
    void whoOpensItOwnsTheHistory() {
        write();

        try (OpenBundle open = bundles().open(file(), BEN)) {
            History history = open.contents().history();
            assertThat(history.concepts())
                    .extracting(concept -> concept.owner())
                    .containsOnly(BEN);
            assertThat(history.jobs()).extracting(job -> job.owner()).containsOnly(BEN);
        }
    }

    @Test
    void nameOfTheOwnerStaysBehind() throws IOException {
        TravellingHistory theirs = TravellingHistory.of(new UserId("zoe-private-name"));
        bundles().write(theirs.bundle(), file(), theirs);
        Path same = folder.resolve("same.zip");
        try (OpenBundle open = bundles().open(file(), BEN)) {
            bundles().write(open.contents(), same, open::copy);
        }

        assertThat(same).hasSameBinaryContentAs(file());
    }

    @Test
    void sameBundleGivesTheSameBytes() throws IOException {
        Bundles.Written first = write();
        byte[] bytes = Files.readAllBytes(file());
        Bundles.Written second = write();

        assertThat(second).isEqualTo(first);
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
        assertThat(first.bytes()).isEqualTo(bytes.length);
    }

    @Test
    void emptyHistoryTravelsToo() {
        Bundle empty = new Bundle(new History(List.of(), List.of(), List.of()), List.of());
        bundles().write(empty, file(), travelling);

        try (OpenBundle open = bundles().open(file(), ANN)) {
            assertThat(open.contents()).isEqualTo(empty);
        }
    }

    @Test
    void imageThatCannotBeReadLeavesNothingBehind() throws IOException {
        StorageFailure gone = new StorageFailure(Reason.IMAGE_MISSING, "gone", null);

        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> bundles().write(travelling.bundle(), file(), (image, to) -> {
                    to.write(1);
                    throw gone;
                }))
                .isSameAs(gone);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void failureKeepsTheFileThatWasThere() throws IOException {
        write();
        byte[] before = Files.readAllBytes(file());

        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> bundles().write(travelling.bundle(), file(), (image, to) -> {
                    throw new StorageFailure(Reason.IMAGE_MISSING, "gone", null);
                }));

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void fileThatIsNotThereIsNotReadable() {
        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> bundles().open(file(), ANN))
                .withMessageContaining(file().toString());
    }

    @Test
    void otherFilesAreNoBundles() throws IOException {
        for (byte[] other :
                List.of(new byte[0], new byte[100], Fixtures.anEncodedImage().bytes())) {
            Files.write(file(), other);

            assertThatExceptionOfType(BundleRejected.class)
                    .isThrownBy(() -> bundles().open(file(), ANN))
                    .extracting(BundleRejected::reason)
                    .isEqualTo(BundleRejected.Reason.NOT_A_BUNDLE);
        }
    }

    @Test
    void bundleThatIsCutOffIsRefusedWhereverThatIs() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file());

        for (int length = 0; length < whole.length; length += 1 + whole.length / 300) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(isRefused()).as("cut off after %d bytes", length).isTrue();
        }
    }

    @Test
    void bundleWithSomethingAddedIsRefused() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length + 1));

        assertThat(isRefused()).isTrue();
    }

    /** Either it is noticed, or what comes back is right all the same; anything but a refusal would fail this test. */
    @Test
    void noFlippedBitGetsThrough() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(SEED);

        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = whole.clone();
            int place = random.nextInt(damaged.length);
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);
            assertThat(isRefused() || isUnharmed())
                    .as("byte %d, seed %d", place, SEED)
                    .isTrue();
        }
    }

    private boolean isRefused() {
        try (OpenBundle open = bundles().open(file(), ANN)) {
            open.contents().images().forEach(open::check);
            return false;
        } catch (BundleRejected expected) {
            assertThat(expected.getMessage()).doesNotContain("\n").contains("history.zip");
            return true;
        }
    }

    private boolean isUnharmed() {
        try (OpenBundle open = bundles().open(file(), ANN)) {
            return open.contents().equals(travelling.bundle());
        }
    }

    private static byte[] bytes(OpenBundle open, HeldImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            open.check(image);
            open.copy(image, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
