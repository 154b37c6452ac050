package dev.pentimento.benchmarks;

import dev.pentimento.adapters.imaging.ImageIoCodecFactory;
import dev.pentimento.adapters.persistence.FileImageVaultFactory;
import dev.pentimento.adapters.persistence.SqliteRecordsFactory;
import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.IntakeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** How fast a history of 10,000 versions leaves, is checked and comes back, against plain zip, SHA-256 and copying of the same bytes. */
final class BundleTimes {
    private static final int VERSIONS = 10_000;
    private static final int DEPTH = 100;
    private static final ImageSize SIZE = new ImageSize(128, 128);
    private static final double BYTES_IN_MB = 1e6;

    private final Path folder;
    private final Path home;
    private final Path bundle;

    private BundleTimes(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("bundle-home");
        this.bundle = folder.resolve("bundle.zip");
    }

    static Table measure(Path folder) throws IOException {
        BundleTimes times = new BundleTimes(folder);
        times.fill();
        return times.table();
    }

    private void fill() throws IOException {
        Files.createDirectories(home);
        ImageCodec codec = new ImageIoCodecFactory().create(IntakeLimits.DEFAULT);
        ImageVault vault = new FileImageVaultFactory().open(home);
        try (Records records = new SqliteRecordsFactory().open(home)) {
            new Histories(number -> keep(codec, vault, number)).fill(records, VERSIONS, DEPTH);
        }
    }

    /** Noise, so that each picture is another one and no compression helps anybody. */
    private static Image keep(ImageCodec codec, ImageVault vault, int number) {
        Random noise = new Random(number);
        Raster raster = Raster.generate(SIZE, (x, y) -> 0xff000000 | noise.nextInt());
        EncodedImage file = codec.encode(raster, MediaType.PNG);
        vault.store(file);
        return Image.of(file, raster.size());
    }

    private Table table() throws IOException {
        PlainFiles plain = PlainFiles.below(home);
        double megabytes = plain.bytes() / BYTES_IN_MB;
        Table table = Table.of(
                "%,d versions, %s MB".formatted(VERSIONS, Table.number(megabytes, 0)),
                "MB/s",
                "plain, MB/s",
                "ratio",
                "plain is");
        double zip = seconds(() -> plain.zip(folder.resolve("plain.zip")));
        double digest = seconds(plain::digest);
        row(
                table,
                "export",
                megabytes,
                seconds(this::export),
                zip + digest,
                "SHA-256 of every file, then `ZipOutputStream` without compression, synced");
        row(table, "verify", megabytes, seconds(this::verify), digest, "SHA-256 of every file");
        row(table, "verify the bundle", megabytes, seconds(this::verifyBundle), digest, "SHA-256 of every file");
        double copy = seconds(() -> plain.copy(Files.createDirectories(folder.resolve("plain-copy"))));
        row(
                table,
                "import",
                megabytes,
                seconds(this::importInto),
                digest + copy,
                "SHA-256 of every file, then a synced copy of it");
        return table;
    }

    private static void row(Table table, String what, double megabytes, double ours, double plain, String meaning) {
        table.row(
                what,
                Table.number(megabytes / ours, 0),
                Table.number(megabytes / plain, 0),
                Table.ratio(ours / plain),
                meaning);
    }

    private void export() {
        try (Pentimento pentimento = open(home)) {
            pentimento
                    .exportHistory()
                    .handle(new ExportHistory.Command(UserId.LOCAL, new ExportHistory.All(), bundle, progress -> {}));
        }
    }

    private void verify() {
        verify(new VerifyHistory.Everything());
    }

    private void verifyBundle() {
        verify(new VerifyHistory.BundleFile(bundle));
    }

    private void verify(VerifyHistory.Subject subject) {
        try (Pentimento pentimento = open(home)) {
            VerifyHistory.Report report =
                    pentimento.verifyHistory().handle(new VerifyHistory.Query(UserId.LOCAL, subject, progress -> {}));
            if (!report.isSound()) {
                throw new IllegalStateException("The history is damaged: " + report.problems());
            }
        }
    }

    private void importInto() {
        try (Pentimento pentimento = open(folder.resolve("bundle-copy"))) {
            pentimento.importHistory().handle(new ImportHistory.Command(UserId.LOCAL, bundle, progress -> {}));
        }
    }

    private static Pentimento open(Path home) {
        return Pentimento.open(Settings.defaults().with("home", home.toString()));
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double seconds(Step step) throws IOException {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
