package dev.pentimento.adapters.web.runs;

import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.folder.Place.Shelf;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An original of a run, or the place of one that is not there yet, or never will be. */
record GeneratedImage(
        int strategyIndex,
        String status,
        @Nullable String imagePath,
        @Nullable String prompt,
        @Nullable String versionId,
        @Nullable String label,
        @Nullable Integer width,
        @Nullable Integer height) {

    static List<GeneratedImage> allOf(ConceptFolder run) {
        List<GeneratedImage> images = new ArrayList<>();
        run.places(Shelf.ORIGINALS).forEach(place -> images.add(made(run, place, images.size())));
        int wanted = run.founding().map(GeneratedImage::wanted).orElse(0);
        String missing = run.status() == RunStatus.COMPLETED
                ? RunStatus.FAILED.name()
                : run.status().name();
        while (images.size() < wanted) {
            images.add(new GeneratedImage(images.size(), missing, null, prompt(run), null, null, null, null));
        }
        return images;
    }

    private static int wanted(Job founding) {
        return founding.work().match(refine -> refine.knobs().candidates(), generate -> generate.variants());
    }

    private static GeneratedImage made(ConceptFolder run, Place place, int index) {
        Version version = place.version();
        ImageSize size = version.image().size();
        return new GeneratedImage(
                index,
                RunStatus.COMPLETED.name(),
                place.path(),
                prompt(run),
                version.id().toString(),
                run.lineage().label(version.id()),
                size.width(),
                size.height());
    }

    private static @Nullable String prompt(ConceptFolder run) {
        String prompt = run.concept().brief().prompt();
        return prompt.isEmpty() ? null : prompt;
    }
}
