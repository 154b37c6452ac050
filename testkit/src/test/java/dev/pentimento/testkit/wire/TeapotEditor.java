package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.testkit.EditorPictures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has images edited by a vendor that does not exist, with one flaw or none. */
final class TeapotEditor implements ImageEditor {
    private static final Capabilities ABLE = new Capabilities(
            EnumSet.of(RefinementKind.PROMPT, RefinementKind.SUBJECT),
            MaskForm.TRANSPARENT_IS_EDIT,
            2,
            true,
            true,
            3,
            new Canvas.Listed(List.of(new ImageSize(128, 128))),
            false,
            CostBasis.REPORTED);

    private final TeapotDesk desk;
    private volatile @Nullable EncodedImage seen;

    TeapotEditor(TeapotDesk desk) {
        this.desk = desk;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        return ABLE;
    }

    @Override
    public Cost estimate(Request request) {
        return desk.estimate(request.model());
    }

    @Override
    public Preview preview(Request request) {
        String words = desk.suffers(Flaw.PREVIEWS_SOMETHING_ELSE) ? "tea" : words(request);
        return new Preview(desk.model(request.model()), words, List.of());
    }

    private String words(Request request) {
        return desk.suffers(Flaw.FORGETS_THE_BRIEF) ? request.instruction().text() : request.prompt(2000);
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        check(request);
        byte[] answer = desk.send(order(request), context);
        return new MadeImages(desk.images(answer), desk.report(words(request), request.model(), Lines.read(answer)));
    }

    private void check(Request request) {
        desk.requireOffered(request.model());
        if (!ABLE.kinds().contains(request.kind()) && !desk.suffers(Flaw.TAKES_ANY_KIND)) {
            throw new ProviderFailure.InvalidRequest("A teapot does no " + request.kind());
        }
        if (request.references().size() > ABLE.maxReferences() && !desk.suffers(Flaw.TAKES_ANY_NUMBER_OF_REFERENCES)) {
            throw new ProviderFailure.InvalidRequest("Too many references");
        }
        if (request.knobs().candidates() > ABLE.maxCandidates()) {
            throw new ProviderFailure.InvalidRequest("Too many candidates");
        }
    }

    private Lines order(Request request) {
        Lines order = desk.order(words(request), request.model(), pictures(request));
        mask(request).ifPresent(mask -> order.with("mask", mask.bytes()));
        Long seed = request.knobs().seed();
        if (seed != null && !desk.suffers(Flaw.FORGETS_THE_SEED)) {
            order.with("seed", seed.toString());
        }
        double strength = request.knobs().strength().value();
        order.with("strength", Double.toString(desk.suffers(Flaw.TURNS_STRENGTH_ROUND) ? 1 - strength : strength));
        return order.with("count", Integer.toString(request.knobs().candidates()));
    }

    private List<EncodedImage> pictures(Request request) {
        List<EncodedImage> pictures = new ArrayList<>(request.references());
        pictures.add(0, base(request));
        if (desk.suffers(Flaw.DROPS_THE_IMAGE)) {
            pictures.remove(0);
        }
        if (desk.suffers(Flaw.SENDS_REFERENCES_FIRST)) {
            Collections.rotate(pictures, -1);
        }
        return pictures;
    }

    private EncodedImage base(Request request) {
        EncodedImage mask = request.maskFile();
        if (desk.suffers(Flaw.SWAPS_IMAGE_AND_MASK) && mask != null) {
            return mask;
        }
        EncodedImage last = seen;
        seen = request.base();
        return desk.suffers(Flaw.MIXES_CALLS_UP) && last != null ? last : request.base();
    }

    private Optional<EncodedImage> mask(Request request) {
        Mask mask = request.mask();
        if (mask == null) {
            return Optional.empty();
        }
        if (desk.suffers(Flaw.SWAPS_IMAGE_AND_MASK)) {
            return Optional.of(request.base());
        }
        MaskForm form = desk.suffers(Flaw.INVERTS_THE_MASK) ? MaskForm.WHITE_IS_EDIT : MaskForm.TRANSPARENT_IS_EDIT;
        return Optional.ofNullable(EditorPictures.file(mask, form));
    }

    @Override
    public String toString() {
        return desk.described("TeapotEditor");
    }
}
