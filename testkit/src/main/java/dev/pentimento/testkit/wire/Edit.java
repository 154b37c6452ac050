package dev.pentimento.testkit.wire;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageEditor.Capabilities;
import dev.pentimento.testkit.EditorPictures;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what an editor gets from the application: pictures of a size that it works on, and masks in the form it wants. */
final class Edit {
    private final Capabilities able;
    private RefinementKind kind;
    private Instruction instruction = new Instruction("make it warmer, like a teapot");
    private Brief brief = Brief.EMPTY;
    private EncodedImage base;
    private List<EncodedImage> references = List.of();
    private @Nullable Mask mask;
    private Knobs knobs = Knobs.DEFAULT;
    private @Nullable String model;

    Edit(Capabilities able) {
        this.able = able;
        this.kind = able.kinds().contains(RefinementKind.PROMPT)
                ? RefinementKind.PROMPT
                : able.kinds().iterator().next();
        this.base = EditorPictures.png(EditorPictures.colorful(size(able)));
    }

    static ImageSize size(Capabilities able) {
        return able.canvas().fit(EditorPictures.SIZE);
    }

    Edit of(RefinementKind other) {
        kind = other;
        return this;
    }

    Edit saying(String words) {
        instruction = new Instruction(words);
        return this;
    }

    Edit about(Brief concept) {
        brief = concept;
        return this;
    }

    Edit changing(EncodedImage picture) {
        base = picture;
        return this;
    }

    Edit referring(List<EncodedImage> pictures) {
        references = pictures;
        return this;
    }

    Edit within(Mask changeable) {
        mask = changeable;
        return this;
    }

    Edit with(Knobs other) {
        knobs = other;
        return this;
    }

    Edit preserving(PreserveAspect aspect) {
        return with(new Knobs(knobs.strength(), knobs.creativity(), Set.of(aspect), knobs.candidates(), knobs.seed()));
    }

    Edit by(@Nullable String name) {
        model = name;
        return this;
    }

    String words() {
        return instruction.text();
    }

    EncodedImage base() {
        return base;
    }

    ImageEditor.Request request() {
        return new ImageEditor.Request(
                kind,
                instruction,
                brief,
                base,
                size(able),
                references,
                mask,
                mask == null ? null : EditorPictures.file(mask, able.mask()),
                knobs,
                model);
    }
}
