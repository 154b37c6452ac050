package dev.pentimento.testkit.paid;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Resumption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Has images made for money. */
final class PaidGenerator implements ImageGenerator {
    private final PaidAccount account;

    PaidGenerator(PaidAccount account) {
        this.account = account;
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(PaidFields.PROMPT, request.instruction().text());
        fields.put(PaidFields.COUNT, request.variants());
        fields.put(PaidFields.WIDTH, request.size().width());
        fields.put(PaidFields.HEIGHT, request.size().height());
        Optional.ofNullable(request.seed()).ifPresent(seed -> fields.put(PaidFields.SEED, seed));
        Optional.ofNullable(request.model()).ifPresent(model -> fields.put(PaidFields.MODEL, model));
        return account.order("/images", fields, context);
    }

    @Override
    public Cost estimate(Request request) {
        return account.estimate(request.variants());
    }

    @Override
    public Optional<Resumption> resumption() {
        return account.resumption();
    }
}
