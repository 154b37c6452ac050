package dev.pentimento.domain.history;

import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What travels between homes: a history whose jobs are all final, and the images it speaks of, exactly those.
 *
 * @param images in the order of their digests
 */
public record Bundle(History history, List<HeldImage> images) {

    /** @throws IllegalArgumentException if a job is not final, or an image is missing, superfluous, out of order or described in two ways */
    public Bundle {
        images = List.copyOf(images);
        history.jobs().forEach(Bundle::checkFinal);
        checkComplete(history, images);
        checkDescriptions(history, images);
    }

    /** Of all images, in bytes. */
    public long length() {
        return images.stream().mapToLong(HeldImage::length).sum();
    }

    private static void checkFinal(Job job) {
        if (!job.isFinal()) {
            throw new IllegalArgumentException("Job %s is %s, but only final jobs travel"
                    .formatted(job.id(), job.status().label()));
        }
    }

    private static void checkComplete(History history, List<HeldImage> images) {
        List<ImageDigest> needed = List.copyOf(history.images());
        List<ImageDigest> given = images.stream().map(HeldImage::digest).toList();
        if (!needed.equals(given)) {
            throw new IllegalArgumentException(
                    "The images listed must be exactly the %d that versions and jobs speak of, in the order of their digests, but %s"
                            .formatted(needed.size(), difference(needed, given)));
        }
    }

    private static String difference(List<ImageDigest> needed, List<ImageDigest> given) {
        int same = 0;
        while (same < needed.size() && same < given.size() && needed.get(same).equals(given.get(same))) {
            same++;
        }
        return same < given.size()
                ? "number %d is %s".formatted(same + 1, given.get(same))
                : "%s is missing".formatted(needed.get(same));
    }

    private static void checkDescriptions(History history, List<HeldImage> images) {
        Map<ImageDigest, HeldImage> held = new HashMap<>();
        images.forEach(image -> held.put(image.digest(), image));
        for (Version version : history.versions()) {
            History.imagesOf(version).forEach(image -> checkDescription(version, image, held));
        }
    }

    private static void checkDescription(Version version, Image image, Map<ImageDigest, HeldImage> held) {
        if (!HeldImage.of(image).equals(held.get(image.digest()))) {
            throw new IllegalArgumentException("Version %s describes image %s as %s of %d bytes, the list otherwise"
                    .formatted(version.id(), image.digest(), image.mediaType().mime(), image.length()));
        }
    }
}
