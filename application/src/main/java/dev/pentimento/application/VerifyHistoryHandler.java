package dev.pentimento.application;

import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.out.Bundles.OpenBundle;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.Records;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

final class VerifyHistoryHandler implements VerifyHistory {
    private final Records records;
    private final ImageVault vault;
    private final Bundles bundles;

    VerifyHistoryHandler(Records records, ImageVault vault, Bundles bundles) {
        this.records = records;
        this.vault = vault;
        this.bundles = bundles;
    }

    @Override
    public Report handle(Query query) {
        return query.subject() instanceof BundleFile bundle ? verifyBundle(query, bundle) : verifyHome(query);
    }

    private Report verifyBundle(Query query, BundleFile bundle) {
        try (OpenBundle open = bundles.open(bundle.file(), query.owner())) {
            Bundle contents = open.contents();
            ImageReview review = new ImageReview(
                    new ImageUses(
                            contents.history().versions(), contents.history().jobs()),
                    query.listener());
            return new Report(
                    contents.history().concepts().size(),
                    contents.history().versions().size(),
                    contents.images().size(),
                    contents.length(),
                    review.problems(contents.images(), open::check));
        }
    }

    private Report verifyHome(Query query) {
        Inventory inventory = records.read(reader -> Inventory.take(reader, query));
        ImageReview review = new ImageReview(inventory.uses(), query.listener());
        List<HeldImage> images = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(inventory.problems());
        inventory
                .images()
                .forEach(digest -> vault.find(digest)
                        .ifPresentOrElse(
                                images::add,
                                () -> problems.add(
                                        review.problem(digest, "Image %s is not in the home".formatted(digest)))));
        problems.addAll(inventory.misdescribed(images));
        problems.addAll(review.problems(images, this::check));
        long bytes = images.stream().mapToLong(HeldImage::length).sum();
        return new Report(inventory.concepts().size(), inventory.versions().size(), images.size(), bytes, problems);
    }

    private void check(HeldImage image) {
        try {
            vault.copy(image.digest(), OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new StorageFailure(Reason.NOT_READABLE, "Image %s cannot be read".formatted(image.digest()), e);
        }
    }
}
