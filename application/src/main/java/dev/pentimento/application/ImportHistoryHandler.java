package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.out.Bundles.OpenBundle;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.Records;
import java.util.List;

/** Checks everything first, then stores the images, then records in one transaction what names them. */
final class ImportHistoryHandler implements ImportHistory {
    private final Records records;
    private final ImageVault vault;
    private final Bundles bundles;
    private final FolderKeeping folders;

    ImportHistoryHandler(Records records, ImageVault vault, Bundles bundles, FolderKeeping folders) {
        this.records = records;
        this.vault = vault;
        this.bundles = bundles;
        this.folders = folders;
    }

    @Override
    public Imported handle(Command command) {
        try (OpenBundle open = bundles.open(command.file(), command.owner())) {
            Bundle bundle = open.contents();
            records.read(reader -> Arrivals.among(bundle.history(), reader));
            check(open, command);
            int newImages = store(open, command);
            Arrivals added = records.write(writer -> {
                Arrivals arrivals = Arrivals.among(bundle.history(), writer);
                arrivals.recordIn(writer);
                return arrivals;
            });
            Imported imported = imported(bundle, added, newImages);
            imported.concepts().forEach(folders::changed);
            return imported;
        }
    }

    private static void check(OpenBundle open, Command command) {
        Ticker ticker = new Ticker("Checking images", open.contents().length(), command.listener());
        open.contents().images().parallelStream().forEach(image -> {
            open.check(image);
            ticker.advance(image.length());
        });
    }

    /** How many were not there. */
    private int store(OpenBundle open, Command command) {
        Ticker ticker = new Ticker("Storing images", open.contents().length(), command.listener());
        return open.contents().images().parallelStream()
                .mapToInt(image -> {
                    int added = store(open, image);
                    ticker.advance(image.length());
                    return added;
                })
                .sum();
    }

    private int store(OpenBundle open, HeldImage image) {
        boolean known = vault.find(image.digest()).isPresent();
        vault.store(image, to -> open.copy(image, to));
        return known ? 0 : 1;
    }

    private static Imported imported(Bundle bundle, Arrivals added, int newImages) {
        History history = bundle.history();
        return new Imported(
                history.concepts().stream().map(Concept::id).toList(),
                count(added.concepts(), history.concepts()),
                count(added.versions(), history.versions()),
                count(added.jobs(), history.jobs()),
                new Count(newImages, bundle.images().size()));
    }

    private static Count count(List<?> added, List<?> all) {
        return new Count(added.size(), all.size());
    }
}
