package dev.pentimento.application;

import dev.pentimento.domain.image.Compositing;
import dev.pentimento.domain.image.Detail;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.Placement;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.image.Registration;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.out.ImageEditor.Capabilities;
import dev.pentimento.ports.out.MaskForm;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is put before its editor and taken from the answer. It follows from the picture, the mask and what the editor can do, so that whoever
 * takes a job up again understands the answers to what was asked before.
 *
 * @param picture its size
 * @param mask null = all of it may change
 * @param form how the editor is told of it
 * @param staging of everything but the size
 */
record Framing(ImageSize picture, @Nullable Mask mask, MaskForm form, Placement placement, Staging staging) {

    /** An editor without masks gets the detail around the mask, every other one the whole picture. */
    static Framing of(ImageSize picture, @Nullable Mask mask, Capabilities can, Wishes wishes) {
        Placement placement = mask != null && !can.mask().isNative()
                ? Detail.of(mask, can.canvas())
                : can.canvas().place(picture);
        return new Framing(picture, mask, can.mask(), placement, Staging.of(can, wishes));
    }

    private boolean showsDetail() {
        return !placement.part().isWhole(picture);
    }

    /** What the prompt has to say. */
    Set<Wish> inWords() {
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        if (showsDetail()) {
            wishes.add(Wish.MASK);
        }
        if (staging.emulates(Wish.STRENGTH)) {
            wishes.add(Wish.STRENGTH);
        }
        return wishes;
    }

    List<Treatment> treatments() {
        return Stream.concat(staging.treatments().stream(), Stream.of(size())).toList();
    }

    private Treatment size() {
        if (placement.isPlain(picture)) {
            return new Treatment(Wish.SIZE, Means.NATIVE, "");
        }
        String shown = showsDetail() ? "the detail " + placement.part() : "the picture";
        String lies = placement.keepsSize()
                ? "as it is"
                : "at %s px".formatted(placement.spot().size());
        return new Treatment(
                Wish.SIZE,
                Means.EMULATED,
                "works on %s px, on which %s lies %s".formatted(placement.canvas(), shown, lies));
    }

    /**
     * The picture with what was edited in its place, and every pixel outside the mask as it was. At its peak there are four rasters: the parent, the
     * answer, the edit and the result, 4 bytes a pixel each; the mask takes 1.
     */
    Raster composite(Raster parent, Mask within, Raster answer) {
        return Compositing.composite(parent, edit(parent, within, answer), placement.part(), within);
    }

    /** An editor that reads the coverage itself works on the pixels it got, and what moves there moves on purpose. */
    private Raster edit(Raster parent, Mask within, Raster answer) {
        boolean inPlace = form == MaskForm.COVERAGE && answer.size().equals(placement.canvas());
        return inPlace ? placement.takeAtOwnSize(answer) : Registration.of(placement, parent, within, answer);
    }

    /** What was made of the whole picture. */
    Raster whole(Raster answer, boolean keepSize) {
        return keepSize ? placement.takeAtOwnSize(answer) : placement.take(answer);
    }
}
