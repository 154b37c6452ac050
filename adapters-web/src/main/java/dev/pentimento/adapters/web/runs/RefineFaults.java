package dev.pentimento.adapters.web.runs;

import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.Problem;
import dev.pentimento.adapters.web.http.Problems;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;

/** Which field of the form is at fault where a refinement is not taken. */
final class RefineFaults {
    private static final int UNPROCESSABLE = 422;

    private RefineFaults() {}

    /** Masks are all that a request can contradict. */
    static Problem of(RefineImage.Rejected rejected, RefineForm form) {
        return Fields.problem(
                form.maskFile() == null ? "mask_data" : "mask_file", String.join("; ", rejected.reasons()));
    }

    static Problem of(PentimentoException failure, RefineImage.Command command) {
        Problem problem = Problems.of(failure);
        if (problem.status() != UNPROCESSABLE) {
            return problem;
        }
        if (failure instanceof ImageRejected rejected && rejected.file().isPresent()) {
            return isMask(rejected, command) ? mask(problem.message()) : reference(problem.message());
        }
        return failure instanceof ProviderFailure ? problem.blaming("provider") : problem;
    }

    private static boolean isMask(ImageRejected rejected, RefineImage.Command command) {
        return command.maskPictures().stream()
                .map(ImageFile::digest)
                .anyMatch(mask -> rejected.file().filter(mask::equals).isPresent());
    }

    static Problem mask(String message) {
        return Problem.of(400, "invalid_mask", message).blaming("mask_file");
    }

    static Problem reference(String message) {
        return Problem.of(400, "invalid_reference_image", message).blaming("reference_image");
    }
}
