package dev.pentimento.application;

import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.ImageCodec.DecodedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws masks, and refuses those that cannot work before anything is stored or paid. */
final class Masks {
    private final Pictures pictures;

    Masks(Pictures pictures) {
        this.pictures = pictures;
    }

    /** What is wrong with the mask of a submission; empty = nothing. */
    List<String> problems(RefineImage.Command command, ImageSize base) {
        try {
            Mask mask = draw(command, base);
            return mask != null && mask.isEmpty()
                    ? List.of("The mask selects no pixel of the %s px image; make it larger".formatted(base))
                    : List.of();
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The mask of a submission; null = none.
     *
     * @throws IllegalArgumentException if it does not fit the base
     */
    @Nullable Mask draw(RefineImage.Command command, ImageSize base) {
        MaskSpec spec = command.refinement().mask();
        if (spec == null) {
            return null;
        }
        Map<ImageDigest, Raster> painted = new HashMap<>();
        command.maskPictures()
                .forEach(
                        file -> painted.put(file.digest(), pictures.decode(file).raster()));
        return Mask.draw(spec, base, digest -> painted.computeIfAbsent(digest, pictures::load));
    }

    /** Stores the files of painted shapes. */
    void keep(List<ImageFile> files) {
        for (ImageFile file : files) {
            DecodedImage decoded = pictures.decode(file);
            pictures.keep(decoded);
        }
    }

    Mask draw(MaskSpec spec, ImageSize base) {
        return Mask.draw(spec, base, pictures::load);
    }
}
