package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One refinement by prompt: reads the words, plans, and carries the plan out for every candidate. */
final class PromptRefiner {
    private final ImageEditor.Request request;
    private final long seed;
    private final CallContext context;

    PromptRefiner(ImageEditor.Request request, long seed, CallContext context) {
        this.request = request;
        this.seed = seed;
        this.context = context;
    }

    MadeImages refine() {
        Raster base = PngPixels.decode(request.base());
        Plan plan = plan(request, () -> base);
        List<EncodedImage> images = new ArrayList<>();
        for (int candidate = 0; candidate < request.knobs().candidates(); candidate++) {
            images.add(PngPixels.encode(carryOut(plan, base, candidate)));
            context.checkCanceled();
        }
        return new MadeImages(images, LocalEditor.report(plan.words(), plan.notUnderstood()));
    }

    /** What is to be done; looks at the picture only where the words speak of its background. */
    static Plan plan(ImageEditor.Request request, Supplier<Raster> base) {
        Orders orders = Orders.of(request.instruction().text());
        if (orders.divided()) {
            return Retouch.plan(orders, base.get());
        }
        Plan plan = Planner.plan(request.instruction(), request.knobs(), request.mask() != null);
        if (!plan.needsBackground() || Backdrop.of(LabImage.of(base.get())).isFound()) {
            return plan;
        }
        Plan rest = plan.withoutBackground();
        if (rest.steps().isEmpty()) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine found no plain background in this picture; draw a mask around what should change");
        }
        return rest;
    }

    private Raster carryOut(Plan plan, Raster base, int candidate) {
        if (request.knobs().strength().keepsEverything()) {
            return base;
        }
        LabImage image = LabImage.of(base);
        Scene scene = new Scene(request.mask(), seed + candidate, plan.keepsShapes(), context);
        Edit whole = edit(plan, candidate);
        (plan.keepsBackground() ? BackdropEdits.except(whole) : whole).apply(image, scene);
        return image.toRaster(base);
    }

    private Edit edit(Plan plan, int candidate) {
        List<Step> steps = plan.toDo(candidate, seed);
        return (image, scene) -> {
            for (int i = 0; i < steps.size(); i++) {
                context.checkCanceled();
                context.progress(share(candidate, i, steps.size()), steps.get(i).label());
                steps.get(i).edit().apply(image, scene);
            }
        };
    }

    private double share(int candidate, int step, int steps) {
        return (candidate + (double) step / steps) / request.knobs().candidates();
    }
}
