package dev.pentimento.app.cli;

import dev.pentimento.app.cli.argument.ImageFiles;
import dev.pentimento.app.cli.argument.MaskArgument;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an image may change. */
final class MaskOptions {
    @Option(
            names = "--mask",
            paramLabel = "SPEC|FILE",
            description = {
                "Where the image may change, in fractions 0..1 of its size:",
                "rect:x,y,w,h  circle:cx,cy,r  polygon:x,y;x,y;...  brush:r;x,y;x,y;...",
                "or a PNG of its size whose white may change. Repeat it for a union."
            })
    private List<MaskArgument> masks = new ArrayList<>();

    @Option(names = "--feather", paramLabel = "PX", description = "Width of the mask's soft inner edge; default: 0.")
    private @Nullable Integer feather;

    /**
     * A mask with the files behind it.
     *
     * @param spec null = the whole image may change
     */
    record Masking(@Nullable MaskSpec spec, List<ImageFile> pictures) {}

    Masking read(ImageFiles files) {
        if (masks.isEmpty() && feather != null) {
            throw new IllegalArgumentException("--feather %d has no mask to soften; add --mask".formatted(feather));
        }
        List<ImageFile> pictures = new ArrayList<>();
        List<MaskShape> shapes =
                masks.stream().map(mask -> shape(mask, files, pictures)).toList();
        MaskSpec spec = shapes.isEmpty() ? null : new MaskSpec(shapes, feather == null ? 0 : feather);
        return new Masking(spec, pictures);
    }

    private static MaskShape shape(MaskArgument mask, ImageFiles files, List<ImageFile> pictures) {
        return mask.match(drawn -> drawn.shape(), inFile -> {
            ImageFile picture = files.read(inFile.name());
            pictures.add(picture);
            return new MaskShape.Painted(picture.digest());
        });
    }
}
