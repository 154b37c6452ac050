package dev.pentimento.adapters.openai;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes pictures by {@code POST /images/edits}. Its masks are soft: it changes something outside them, too. */
final class OpenAiEditor implements ImageEditor {
    private final Models models;
    private final Wishes wishes;
    private final LateOrders orders;

    OpenAiEditor(Models models, Wishes wishes, LateOrders orders) {
        this.models = models;
        this.wishes = wishes;
        this.orders = orders;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        return models.editing(model).capabilities(wishes);
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        context.checkCanceled();
        return orders.place(checked(request), context);
    }

    @Override
    public Cost estimate(Request request) {
        EditOrder order = order(request);
        return new Forecast(order.model(), wishes.quality())
                .cost(
                        order.prompt(),
                        request.size(),
                        1 + request.references().size(),
                        request.knobs().candidates(),
                        order.partialImages());
    }

    @Override
    public Preview preview(Request request) {
        EditOrder order = checked(request);
        return new Preview(order.model().id(), order.prompt(), List.of());
    }

    private EditOrder checked(Request request) {
        EditOrder order = order(request);
        Sendable.check(order);
        return order;
    }

    private EditOrder order(Request request) {
        return new EditOrder(models.editing(request.model()), wishes, request);
    }
}
