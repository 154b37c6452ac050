package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes pictures of what providers delivered. A delivery that is of no use is written off as paid, and loses nothing of the others. */
final class Answers {
    private final Calls calls;
    private final Pictures pictures;

    Answers(Calls calls, Pictures pictures) {
        this.calls = calls;
        this.pictures = pictures;
    }

    /**
     * The draft with what {@code finish} makes of every picture that was delivered.
     *
     * @throws ProviderFailure.Unintelligible if nothing is of use
     */
    Draft finish(Draft draft, RunningJob running, Function<Raster, Draft.Finished> finish) {
        List<Delivered> usable = new ArrayList<>();
        List<Draft.Finished> finished = new ArrayList<>();
        List<ProviderFailure> failures = new ArrayList<>();
        for (Delivered part : draft.delivered()) {
            running.checkMayGoOn();
            try {
                finished.addAll(finish(part, running, finish));
                usable.add(part);
            } catch (ProviderFailure.Unintelligible e) {
                calls.reject(running, part, e);
                failures.add(e);
            }
        }
        if (usable.isEmpty()) {
            throw failures.get(0);
        }
        return draft.delivered(usable).finished(finished);
    }

    /** One of several pictures that is of no use is lost alone. */
    private List<Draft.Finished> finish(Delivered part, RunningJob running, Function<Raster, Draft.Finished> finish) {
        List<Draft.Finished> finished = new ArrayList<>();
        List<ProviderFailure> failures = new ArrayList<>();
        for (EncodedImage file : part.images()) {
            try {
                finished.add(finish.apply(decode(file, part)));
            } catch (ProviderFailure.Unintelligible e) {
                failures.add(e);
            }
        }
        if (finished.isEmpty()) {
            throw failures.get(0);
        }
        failures.forEach(failure -> Parts.tell(failure, running));
        return finished;
    }

    private Raster decode(EncodedImage file, Delivered part) {
        try {
            return pictures.decode(file);
        } catch (ImageRejected e) {
            throw new ProviderFailure.Unintelligible(
                    "Provider %s delivered an unusable image: %s"
                            .formatted(part.delivery().report().provider(), e.getMessage()),
                    e);
        }
    }
}
