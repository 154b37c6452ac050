package dev.pentimento.bootstrap;

import dev.pentimento.bootstrap.Doctor.Finding;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.out.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the home can be worked in, or can be made. */
final class HomeExamination {
    private static final String SUBJECT = "home";
    private static final long MEGABYTE = 1_000_000;
    /** A refinement at the intake limits writes about this much: the import, its upright copy and the result. */
    private static final long SCARCE = 500 * MEGABYTE;

    private final Settings settings;
    private final AdapterCatalogue catalogue;
    private final Path home;

    HomeExamination(Settings settings, AdapterCatalogue catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.home = settings.home();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(place());
        if (findings.get(0).level() == Doctor.Level.OK) {
            findings.add(space());
            findings.add(records());
        }
        return findings;
    }

    private Finding place() {
        if (Files.exists(home)) {
            return existing();
        }
        Path parent = nearestExisting();
        return Files.isDirectory(parent) && Files.isWritable(parent)
                ? Finding.ok(SUBJECT, home + " will be created on first use")
                : Finding.problem(SUBJECT, "%s cannot be created in %s".formatted(home, parent), advice());
    }

    private Finding existing() {
        if (!Files.isDirectory(home)) {
            return Finding.problem(SUBJECT, home + " is not a directory", advice());
        }
        return Files.isWritable(home)
                ? Finding.ok(SUBJECT, home + " can be written")
                : Finding.problem(SUBJECT, home + " cannot be written", advice());
    }

    private static String advice() {
        return "Choose another with --home or PENTIMENTO_HOME, or change its permissions";
    }

    private Finding space() {
        try {
            long free = Files.getFileStore(nearestExisting()).getUsableSpace();
            String message = "%,d MB free".formatted(free / MEGABYTE);
            return free < SCARCE
                    ? Finding.warning("disk", message, "Make room, or choose another home with --home")
                    : Finding.ok("disk", message);
        } catch (IOException unknown) {
            return Finding.warning("disk", "Free space is not known: " + unknown.getMessage(), "");
        }
    }

    /** Opening would create them, hence only where there is something to open. */
    private Finding records() {
        String kind = settings.recordsKind();
        if (isFresh()) {
            return catalogue.recordsNames().contains(kind)
                    ? Finding.ok("records", "'%s' will be set up on first use".formatted(kind))
                    : Finding.problem("records", missing(kind), "Add the jar pentimento-adapters-persistence");
        }
        try (Records records = catalogue.records(kind).open(home)) {
            int concepts = records.read(reader -> reader.concepts(UserId.LOCAL)).size();
            return Finding.ok("records", "'%s' can be read, concepts: %d".formatted(kind, concepts));
        } catch (PentimentoException unusable) {
            return Finding.problem("records", unusable, "Restore the home from a backup, or choose another");
        }
    }

    private String missing(String kind) {
        return NamedFactories.missing(AdapterCatalogue.KIND_OF_RECORDS, kind, catalogue.recordsNames());
    }

    private boolean isFresh() {
        if (!Files.exists(home)) {
            return true;
        }
        try (Stream<Path> content = Files.list(home)) {
            return content.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false; // opening the records will tell why
        }
    }

    private Path nearestExisting() {
        @Nullable Path path = home;
        while (path != null && !Files.exists(path)) {
            path = path.getParent();
        }
        return path == null ? home.getRoot() : path;
    }
}
