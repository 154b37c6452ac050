package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

final class ExportHistoryHandler implements ExportHistory {
    private final Records records;
    private final ImageVault vault;
    private final Bundles bundles;

    ExportHistoryHandler(Records records, ImageVault vault, Bundles bundles) {
        this.records = records;
        this.vault = vault;
        this.bundles = bundles;
    }

    @Override
    public Exported handle(Command command) {
        Bundle bundle = bundle(command);
        ImageUses uses =
                new ImageUses(bundle.history().versions(), bundle.history().jobs());
        Ticker ticker = new Ticker("Writing images", bundle.length(), command.listener());
        Bundles.Written written = bundles.write(bundle, command.file(), (image, to) -> {
            copy(image.digest(), to, uses);
            ticker.advance(image.length());
        });
        return new Exported(
                command.file(),
                bundle.history().concepts().size(),
                bundle.history().versions().size(),
                bundle.history().jobs().size(),
                bundle.images().size(),
                written.bytes(),
                written.sha256());
    }

    private Bundle bundle(Command command) {
        try {
            History history = records.read(reader -> Histories.of(reader, concepts(reader, command)))
                    .finished();
            List<HeldImage> images = history.images().stream()
                    .map(digest -> held(digest, history))
                    .toList();
            return new Bundle(history, images);
        } catch (IllegalArgumentException e) {
            throw new StorageFailure(
                    Reason.DAMAGED, "The records are damaged: %s; see: pentimento verify".formatted(e.getMessage()), e);
        }
    }

    private static List<Concept> concepts(RecordReader reader, Command command) {
        return command.concepts() instanceof One one
                ? List.of(new References(reader, command.owner()).concept(one.reference()))
                : Histories.concepts(reader, command.owner());
    }

    /** Before anything is written: a missing file is noticed at once, a changed one when it is read. */
    private HeldImage held(ImageDigest digest, History history) {
        return vault.find(digest)
                .orElseThrow(() -> new StorageFailure(
                        Reason.IMAGE_MISSING,
                        "Nothing was exported: image %s, which %s needs, is not in the home; see: pentimento verify"
                                .formatted(digest, new ImageUses(history.versions(), history.jobs()).first(digest)),
                        null));
    }

    private void copy(ImageDigest digest, OutputStream to, ImageUses uses) throws IOException {
        try {
            vault.copy(digest, to);
        } catch (StorageFailure e) {
            throw new StorageFailure(
                    e.reason(),
                    "Nothing was exported, because %s is damaged: %s".formatted(uses.first(digest), e.getMessage()),
                    e);
        }
    }
}
