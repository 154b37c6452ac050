package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.testkit.BundlesContract;
import dev.pentimento.testkit.TravellingHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipBundlesTest extends BundlesContract {
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
