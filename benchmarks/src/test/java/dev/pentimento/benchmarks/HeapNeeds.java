package dev.pentimento.benchmarks;

import dev.pentimento.adapters.imaging.ImageIoCodecFactory;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The smallest heap in which an operation on a 12-megapixel picture succeeds, found by trying. The heap holds the arguments and the result too: 4 bytes a
 * pixel for each picture, one for the mask.
 */
final class HeapNeeds {
    private static final int MEGAPIXELS = 12;
    private static final int MOST_MB = 4096;
    private static final int PRECISION_MB = 6;
    /** What a JVM needs that does nothing; part of each figure, but not of the bytes a pixel. */
    private static final String NOTHING = "nothing";

    private final Path folder;

    private HeapNeeds(Path folder) {
        this.folder = folder;
    }

    static Table measure(Path folder) throws IOException {
        for (MediaType type : List.of(MediaType.PNG, MediaType.JPEG, MediaType.WEBP)) {
            Files.write(
                    folder.resolve("photograph." + type.extension()),
                    PictureFiles.write(PictureFiles.opaque(Photograph.of(MEGAPIXELS)), type));
        }
        return new HeapNeeds(folder).table();
    }

    private Table table() {
        Table table = Table.of("12 megapixels", "smallest heap, MB", "MB a megapixel");
        int nothing = smallest(NOTHING);
        for (String operation : List.of("composite", "read png", "read jpg", "read webp", "write png", "write jpg")) {
            int needed = smallest(operation);
            table.row(operation, Table.number(needed, 0), Table.number((double) (needed - nothing) / MEGAPIXELS, 1));
        }
        return table;
    }

    private int smallest(String operation) {
        int tooSmall = 1;
        int enough = MOST_MB;
        while (enough - tooSmall > PRECISION_MB) {
            int middle = (tooSmall + enough) / 2;
            if (succeeds(operation, middle)) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return enough;
    }

    private boolean succeeds(String operation, int megabytes) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder trial = new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                HeapNeeds.class.getName(),
                operation,
                folder.toString());
        try {
            return trial.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Measuring was interrupted", e);
        }
    }

    /** Carries out one operation, and fails when there is not enough memory. */
    public static void main(String[] arguments) throws IOException {
        String[] operation = arguments[0].split(" ", 2);
        ImageCodec codec = new ImageIoCodecFactory().create(IntakeLimits.DEFAULT);
        switch (operation[0]) {
            case NOTHING -> {}
            case "composite" -> composite();
            case "read" -> codec.decode(Files.readAllBytes(Path.of(arguments[1], "photograph." + operation[1])));
            case "write" ->
                codec.encode(Photograph.of(MEGAPIXELS), operation[1].equals("png") ? MediaType.PNG : MediaType.JPEG);
            default -> throw new IllegalArgumentException("Unknown operation " + arguments[0]);
        }
    }

    private static void composite() {
        CompositingBenchmark benchmark = new CompositingBenchmark();
        benchmark.drawOn(Raster.generate(Photograph.sizeOf(MEGAPIXELS), (x, y) -> x * y));
        if (!benchmark.hardMask().isExact()) {
            throw new IllegalStateException("A pixel outside the mask changed");
        }
    }
}
