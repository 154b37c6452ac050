package dev.pentimento.benchmarks;

import dev.pentimento.adapters.persistence.SqliteRecordsFactory;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.out.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How the {@code lineage} command grows with the number of versions, in chains of 1,000. */
final class LineageTimes {
    private static final int DEPTH = 1_000;
    private static final int TIMES = 5;
    private static final double MOST_FOR_TEN_THOUSAND = 1.0;
    private static final Image NO_IMAGE =
            new Image(new ImageDigest("0".repeat(64)), MediaType.PNG, new ImageSize(64, 64), 4096);

    private LineageTimes() {}

    static Table measure(Path root, Path folder) throws IOException {
        Table table = Table.of("versions", "tree, s", "JSON, s", "tree, ms a version", "aim");
        for (int versions : List.of(1_000, 10_000, 100_000)) {
            Commands commands = new Commands(
                    root,
                    Map.of(
                            "PENTIMENTO_HOME", home(folder, versions).toString(),
                            "JAVA_HOME", System.getProperty("java.home")));
            double tree = seconds(commands, "tree");
            table.row(
                    Table.number(versions, 0),
                    Table.number(tree, 2),
                    Table.number(seconds(commands, "json"), 2),
                    Table.number(tree * 1000 / versions, 3),
                    versions == 10_000 ? "<= 1 s: " + Table.verdict(tree <= MOST_FOR_TEN_THOUSAND) : "");
        }
        return table;
    }

    private static Path home(Path folder, int versions) throws IOException {
        Path home = Files.createDirectories(folder.resolve("lineage-" + versions));
        try (Records records = new SqliteRecordsFactory().open(home)) {
            new Histories(number -> NO_IMAGE).fill(records, versions, DEPTH);
        }
        return home;
    }

    private static double seconds(Commands commands, String format) {
        return Median.of(
                TIMES, () -> commands.run("lineage", "--format", format).seconds());
    }
}
