package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.testkit.BundlesContract;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.TravellingHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipBundlesTest extends BundlesContract {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final long FIVE_GIGABYTES = 5L << 30;

    @TempDir
    private Path home;

    private final TravellingHistory travelling = TravellingHistory.of(UserId.LOCAL);

    @Override
    protected Bundles bundles() {
        return new ZipBundlesFactory().create(home, IntakeLimits.DEFAULT);
    }

    @Test
    void anyZipProgramCanReadIt() throws IOException {
        Bundle bundle = travelling.bundle();
        Path file = home.resolve("out.zip");
        bundles().write(bundle, file, travelling);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
            assertThat(names)
                    .startsWith("manifest.json")
                    .hasSize(bundle.images().size() + 1);
            for (var image : bundle.images()) {
                try (InputStream in = zip.getInputStream(zip.getEntry(ZipBundles.entryName(image)))) {
                    assertThat(in.readAllBytes())
                            .isEqualTo(travelling.image(image.digest()).bytes());
                }
            }
        }
    }

    @Test
    void thereMayBeMoreImagesThanAnOrdinaryZipFileHolds() throws IOException {
        int count = 66_000;
        Map<ImageDigest, byte[]> files = new TreeMap<>();
        List<Version> versions = new ArrayList<>();
        Concept concept = Fixtures.aConcept();
        for (int i = 0; i < count; i++) {
            byte[] file = ByteBuffer.allocate(PNG.length + Integer.BYTES)
                    .put(PNG)
                    .putInt(i)
                    .array();
            Image image = Image.of(EncodedImage.of(file), Fixtures.SIZE);
            files.put(image.digest(), file);
            versions.add(Fixtures.anOriginalOf(concept, image, new Origin.Imported("a.png", image)));
        }
        List<HeldImage> images = files.entrySet().stream()
                .map(file -> new HeldImage(file.getKey(), MediaType.PNG, file.getValue().length))
                .toList();
        Bundle bundle = new Bundle(new History(List.of(concept), versions, List.of()), images);
        Path file = home.resolve("out.zip");

        bundles().write(bundle, file, (image, to) -> to.write(Objects.requireNonNull(files.get(image.digest()))));

        try (ZipFile zip = new ZipFile(file.toFile());
                Bundles.OpenBundle open = bundles().open(file, UserId.LOCAL)) {
            assertThat(zip.size()).isEqualTo(count + 1);
            assertThat(open.contents()).isEqualTo(bundle);
            open.check(images.get(count - 1));
        }
    }

    /** The file has a hole in front, which takes no room on the disk. */
    @Test
    void entriesMayLieBeyondFourGigabytes() throws IOException {
        Path file = home.resolve("far.zip");
        try (RandomAccessFile far = new RandomAccessFile(file.toFile(), "rw")) {
            far.seek(FIVE_GIGABYTES);
            ZipWriter writer = new ZipWriter(far);
            writer.store("near", to -> to.write(7));
            writer.store("end", to -> to.write(8));
            writer.finish();
        }

        Set<BundleRule> withHoles = EnumSet.complementOf(EnumSet.of(BundleRule.TILING));
        BundleLimits limits = BundleLimits.of(IntakeLimits.DEFAULT, FIVE_GIGABYTES);
        try (RandomAccessFile far = new RandomAccessFile(file.toFile(), "r");
                ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipMember> members = ZipDirectory.read(far, new BundleCheck(file, limits, withHoles));
            assertThat(members).extracting(ZipMember::name).containsExactly("near", "end");
            assertThat(members.get(0).offset()).isEqualTo(FIVE_GIGABYTES);
            assertThat(zip.getInputStream(zip.getEntry("end")).readAllBytes()).containsExactly(8);
        }
    }

    @Test
    void nothingIsWrittenAmongTheImagesOfTheHome() throws IOException {
        Path shelf = Files.createDirectories(home.resolve("images/ab"));
        Path detour = Files.createSymbolicLink(home.resolve("detour"), shelf);

        for (Path folder : List.of(home.resolve("images"), shelf, detour)) {
            Storage.fails(
                    Reason.NOT_WRITABLE,
                    () -> bundles().write(travelling.bundle(), folder.resolve("out.zip"), travelling));
            assertThat(folder.resolve("out.zip")).doesNotExist();
        }
    }
}
