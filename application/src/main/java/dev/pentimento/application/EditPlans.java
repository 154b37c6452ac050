package dev.pentimento.application;

import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageEditor.Capabilities;
import java.util.ArrayList;
import java.util.List;

/** Works out what an editor is asked for a refinement, in as many calls as its candidates need: the same before it is submitted as when it is carried out. */
final class EditPlans {
    private final Casting casting;
    private final EditRequests requests;

    EditPlans(Casting casting, EditRequests requests) {
        this.casting = casting;
        this.requests = requests;
    }

    /** @throws ProviderFailure.InvalidRequest if the editor cannot do it */
    EditPlan of(Work.RefineVersion work, ProviderChoice cast, Draft.Base base) {
        ImageEditor editor = casting.editor(cast);
        Capabilities can = editor.capabilities(cast.model());
        Framing framing = Framing.of(base.raster().size(), base.mask(), can, Wishes.of(work));
        framing.staging().refusal().ifPresent(reason -> {
            throw new ProviderFailure.InvalidRequest("Provider %s %s".formatted(Casting.name(cast), reason));
        });
        ImageEditor.Request whole = requests.of(work, cast.model(), base, framing);
        return new EditPlan(editor, framing, shares(whole, can.maxCandidates()));
    }

    /** @param most candidates in one request */
    private static List<ImageEditor.Request> shares(ImageEditor.Request whole, int most) {
        List<ImageEditor.Request> shares = new ArrayList<>();
        for (int first = 0; first < whole.knobs().candidates(); first += most) {
            shares.add(whole.with(share(whole.knobs(), first, most)));
        }
        return shares;
    }

    /** Further parts get a further seed, so that they differ. */
    private static Knobs share(Knobs knobs, int first, int most) {
        Long seed = knobs.seed();
        return knobs.withCandidates(Math.min(most, knobs.candidates() - first))
                .withSeed(seed == null ? null : Long.valueOf(seed + first));
    }
}
