package dev.pentimento.adapters.local;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.out.Preview;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits pictures inside this process: the same request gives the same bytes. */
final class LocalEditor implements ImageEditor {
    static final String PROVIDER = "local";
    static final String MODEL = "local-1";

    private static final String SUBJECT_REPAIR = "subject repair";
    private static final String TEXT_REPAIR = "text repair";

    private final long defaultSeed;

    LocalEditor(long defaultSeed) {
        this.defaultSeed = defaultSeed;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        checkModel(model);
        return new Capabilities(
                EnumSet.allOf(RefinementKind.class),
                MaskForm.COVERAGE,
                1,
                true,
                true,
                Knobs.MAX_CANDIDATES,
                new Canvas.Any(),
                false,
                CostBasis.REPORTED);
    }

    @Override
    public Cost estimate(Request request) {
        return Cost.free();
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        context.checkCanceled();
        checkModel(request.model());
        BundledFont.beReady();
        return switch (request.kind()) {
            case PROMPT -> new PromptRefiner(request, seed(request), context).refine();
            case SUBJECT -> repaired(request, context, SUBJECT_REPAIR, this::repairSubject);
            case TEXT -> repaired(request, context, TEXT_REPAIR, this::repairText);
        };
    }

    /** What a repair will make of the words it finds out in the picture only. */
    @Override
    public Preview preview(Request request) {
        checkModel(request.model());
        return switch (request.kind()) {
            case PROMPT -> preview(PromptRefiner.plan(request, () -> PngPixels.decode(request.base())));
            case SUBJECT -> new Preview(MODEL, words(SUBJECT_REPAIR, request), List.of());
            case TEXT -> new Preview(MODEL, words(TEXT_REPAIR, request), List.of());
        };
    }

    private static Preview preview(Plan plan) {
        return new Preview(MODEL, plan.words(), plan.notUnderstood());
    }

    private static String words(String repair, Request request) {
        return "%s %s".formatted(repair, request.knobs().strength().value());
    }

    private long seed(Request request) {
        Long wanted = request.knobs().seed();
        return wanted == null ? defaultSeed : wanted;
    }

    private Repaired repairSubject(Request request, Raster base, CallContext context) {
        if (request.references().isEmpty()) {
            throw new ProviderFailure.InvalidRequest(
                    "A subject repair needs a reference image that shows the right subject");
        }
        Raster reference = PngPixels.decode(request.references().get(0));
        return new SubjectRepairer()
                .repair(base, reference, request.mask(), request.instruction(), request.knobs(), context);
    }

    private Repaired repairText(Request request, Raster base, CallContext context) {
        return new TextRepairer().repair(base, request.mask(), request.instruction(), request.knobs(), context);
    }

    /** There is one right repair, so all candidates are the same. */
    private static MadeImages repaired(Request request, CallContext context, String what, Repair repair) {
        Repaired repaired = repair.apply(request, PngPixels.decode(request.base()), context);
        EncodedImage image = PngPixels.encode(repaired.raster());
        ProviderReport report = report(words(what, request), repaired.notUnderstood());
        return new MadeImages(Collections.nCopies(request.knobs().candidates(), image), report);
    }

    /** The name of another model must not be dropped in silence. */
    static void checkModel(@Nullable String wanted) {
        if (wanted != null && !wanted.equals(MODEL)) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine has no model '%s'; its only one is %s".formatted(wanted, MODEL));
        }
    }

    static ProviderReport report(String sent, List<String> notUnderstood) {
        return new ProviderReport(PROVIDER, MODEL, sent, notUnderstood, Cost.free(), false);
    }

    private interface Repair {
        Repaired apply(Request request, Raster base, CallContext context);
    }
}
