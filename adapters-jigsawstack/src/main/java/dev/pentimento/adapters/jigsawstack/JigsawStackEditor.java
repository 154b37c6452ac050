package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.out.Preview;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Edits whole images as words say. Strength, masks and references are unknown to JigsawStack. */
final class JigsawStackEditor implements ImageEditor {
    /** A subject is repaired after a reference. */
    private static final Set<RefinementKind> KINDS = EnumSet.complementOf(EnumSet.of(RefinementKind.SUBJECT));

    private final Studio studio;
    private final FileStore store;

    JigsawStackEditor(Studio studio, FileStore store) {
        this.studio = studio;
        this.store = store;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        studio.requireModel(model);
        return new Capabilities(KINDS, MaskForm.NONE, 0, false, true, 1, studio.canvas(), false, studio.costBasis());
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        check(request);
        if (request.knobs().candidates() > 1) {
            throw refused("%d candidates in one call".formatted(request.knobs().candidates()));
        }
        context.checkCanceled();
        return store.with(
                request.base(), context, stored -> studio.make(wish(request).from(stored), context));
    }

    private Studio.Wish wish(Request request) {
        return new Studio.Wish(
                request.prompt(studio.longestPrompt()),
                request.size(),
                request.knobs().seed(),
                null);
    }

    private void check(Request request) {
        studio.requireModel(request.model());
        if (!KINDS.contains(request.kind())) {
            throw refused("%s refinements".formatted(request.kind().label()));
        }
        if (!request.references().isEmpty()) {
            throw refused("%d reference images".formatted(request.references().size()));
        }
    }

    private static ProviderFailure refused(String what) {
        return new ProviderFailure.InvalidRequest("Provider '%s' does not do %s; choose another provider"
                .formatted(JigsawStackProviderFactory.NAME, what));
    }

    @Override
    public Cost estimate(Request request) {
        return studio.cost(request.knobs().candidates());
    }

    @Override
    public Preview preview(Request request) {
        check(request);
        return new Preview(Studio.MODEL, wish(request).prompt(), List.of());
    }
}
