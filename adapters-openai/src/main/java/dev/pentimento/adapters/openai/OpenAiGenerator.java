package dev.pentimento.adapters.openai;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import java.util.List;

/** Makes pictures from words by {@code POST /images/generations}. A size that the model does not make becomes the one of its sizes most like it. */
final class OpenAiGenerator implements ImageGenerator {
    private final Models models;
    private final Wishes wishes;
    private final LateOrders orders;

    OpenAiGenerator(Models models, Wishes wishes, LateOrders orders) {
        this.models = models;
        this.wishes = wishes;
        this.orders = orders;
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        context.checkCanceled();
        return orders.place(checked(request), context);
    }

    @Override
    public Cost estimate(Request request) {
        GenerateOrder order = order(request);
        return new Forecast(order.model(), wishes.quality())
                .cost(order.prompt(), order.size(), 0, request.variants(), order.partialImages());
    }

    @Override
    public Preview preview(Request request) {
        GenerateOrder order = checked(request);
        return new Preview(order.model().id(), order.prompt(), List.of());
    }

    private GenerateOrder checked(Request request) {
        GenerateOrder order = order(request);
        Sendable.check(order);
        return order;
    }

    private GenerateOrder order(Request request) {
        return new GenerateOrder(models.generating(request.model()), wishes, request);
    }
}
