package dev.pentimento.application;

import dev.pentimento.application.ImageUses.Use;
import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.VerifyHistory.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks at many images, on all cores, and collects what is wrong with them. */
record ImageReview(ImageUses uses, Consumer<Progress> listener) {

    /**
     * In the order of the images.
     *
     * @param check fails where something is wrong
     */
    List<Problem> problems(List<HeldImage> images, Consumer<HeldImage> check) {
        long bytes = images.stream().mapToLong(HeldImage::length).sum();
        Ticker ticker = new Ticker("Checking images", bytes, listener);
        return images.parallelStream()
                .flatMap(image -> {
                    Stream<Problem> problem = problem(image, check);
                    ticker.advance(image.length());
                    return problem;
                })
                .toList();
    }

    Problem problem(ImageDigest digest, String message) {
        Use use = uses.first(digest);
        return new Problem(use.concept(), use.label(), digest, message);
    }

    private Stream<Problem> problem(HeldImage image, Consumer<HeldImage> check) {
        try {
            check.accept(image);
            return Stream.of();
        } catch (PentimentoException e) {
            return Stream.of(problem(image.digest(), String.valueOf(e.getMessage())));
        }
    }
}
