package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Placement;
import dev.pentimento.domain.job.Work;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import org.jspecify.annotations.Nullable;

/** Writes down what an editor is asked, with its picture and mask as the editor takes them. */
final class EditRequests {
    private final Pictures pictures;

    EditRequests(Pictures pictures) {
        this.pictures = pictures;
    }

    /** All candidates in one request. */
    ImageEditor.Request of(Work.RefineVersion work, @Nullable String model, Draft.Base base, Framing framing) {
        Mask mask = mask(framing);
        return new ImageEditor.Request(
                work.refinement().kind(),
                work.refinement().instruction(),
                work.brief(),
                canvas(base, framing.placement()),
                framing.placement().canvas(),
                base.references(),
                mask,
                mask == null ? null : maskFile(mask, framing.form()),
                work.knobs(),
                model,
                framing.inWords());
    }

    /** The file that is there already, where nothing has to be done to it. */
    private EncodedImage canvas(Draft.Base base, Placement placement) {
        return placement.isPlain(base.raster().size()) ? base.file() : pictures.png(placement.lay(base.raster()));
    }

    private static @Nullable Mask mask(Framing framing) {
        Mask mask = framing.mask();
        return mask == null || !framing.form().isNative()
                ? null
                : framing.placement().lay(mask);
    }

    private @Nullable EncodedImage maskFile(Mask mask, MaskForm form) {
        return switch (form) {
            case NONE, COVERAGE -> null;
            case TRANSPARENT_IS_EDIT -> pictures.png(mask.painted(0, 0xff000000));
            case WHITE_IS_EDIT -> pictures.png(mask.painted(0xffffffff, 0xff000000));
        };
    }
}
