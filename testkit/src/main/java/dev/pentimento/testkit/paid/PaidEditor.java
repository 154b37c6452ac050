package dev.pentimento.testkit.paid;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.out.Resumption;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has images changed for money. */
final class PaidEditor implements ImageEditor {
    private final PaidAccount account;
    private final Capabilities capabilities;

    PaidEditor(PaidAccount account, int maxCandidates) {
        this.account = account;
        this.capabilities = new Capabilities(
                EnumSet.allOf(RefinementKind.class),
                MaskForm.NONE,
                0,
                false,
                true,
                maxCandidates,
                new Canvas.Any(),
                true,
                CostBasis.REPORTED);
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        return capabilities;
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(PaidFields.PROMPT, request.instruction().text());
        fields.put(PaidFields.COUNT, request.knobs().candidates());
        Optional.ofNullable(request.knobs().seed()).ifPresent(seed -> fields.put(PaidFields.SEED, seed));
        Optional.ofNullable(request.model()).ifPresent(model -> fields.put(PaidFields.MODEL, model));
        fields.put(
                PaidFields.BASE,
                Base64.getEncoder().encodeToString(request.base().bytes()));
        return account.order("/edits", fields, context);
    }

    @Override
    public Cost estimate(Request request) {
        return account.estimate(request.knobs().candidates());
    }

    @Override
    public Optional<Resumption> resumption() {
        return account.resumption();
    }
}
