package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.ports.out.Resumption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Has images made from words. */
final class FalGenerator implements ImageGenerator {
    private final Endpoints endpoints;
    private final Expectations expectations;
    private final Orders orders;
    private final String usual;

    /** @param usual the endpoint to ask where a request names none */
    FalGenerator(Endpoints endpoints, Expectations expectations, Orders orders, String usual) {
        this.endpoints = endpoints;
        this.expectations = expectations;
        this.orders = orders;
        this.usual = usual;
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        Input input = input(request);
        return orders.place(input, prompt(request, input.endpoint()), context);
    }

    private Input input(Request request) {
        Endpoint endpoint = endpoint(request);
        Input input = Input.to(endpoint)
                .put(Endpoint.PROMPT, prompt(request, endpoint))
                .offer(Endpoint.SIZE, size(request, endpoint).toString());
        return Sampling.of(request.seed(), request.variants()).in(input);
    }

    private Endpoint endpoint(Request request) {
        Endpoint endpoint = endpoints.named(Objects.requireNonNullElse(request.model(), usual));
        if (endpoint.changesImages()) {
            throw new ProviderFailure.InvalidRequest(
                    "Endpoint '%s' of fal changes images and makes none from words; name another one"
                            .formatted(endpoint.id()));
        }
        return endpoint;
    }

    private static ImageSize size(Request request, Endpoint endpoint) {
        return endpoint.canvas().fit(request.size());
    }

    private static String prompt(Request request, Endpoint endpoint) {
        return request.prompt(endpoint.maxPrompt());
    }

    @Override
    public Cost estimate(Request request) {
        Endpoint endpoint = endpoint(request);
        return expectations.cost(endpoint, request.variants(), size(request, endpoint));
    }

    @Override
    public Preview preview(Request request) {
        Endpoint endpoint = input(request).endpoint();
        return new Preview(endpoint.id(), prompt(request, endpoint), List.of());
    }

    @Override
    public Optional<Resumption> resumption() {
        return Optional.of(orders::resume);
    }
}
