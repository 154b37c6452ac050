package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.out.Preview;
import dev.pentimento.ports.out.Resumption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has images changed: whole ones by one endpoint, parts of them by another. */
final class FalEditor implements ImageEditor {
    private final Endpoints endpoints;
    private final Expectations expectations;
    private final Orders orders;
    private final String whole;
    private final String masked;

    /**
     * @param whole the endpoint to ask where a request names none
     * @param masked the one for requests with a mask
     */
    FalEditor(Endpoints endpoints, Expectations expectations, Orders orders, String whole, String masked) {
        this.endpoints = endpoints;
        this.expectations = expectations;
        this.orders = orders;
        this.whole = whole;
        this.masked = masked;
    }

    @Override
    public Capabilities capabilities(@Nullable String model) {
        Endpoint endpoint = chosen(model, false);
        Endpoint repainting = chosen(model, true);
        return new Capabilities(
                endpoint.kinds(),
                repainting.repaints() ? MaskForm.WHITE_IS_EDIT : MaskForm.NONE,
                endpoint.maxReferences(),
                endpoint.takes(Endpoint.STRENGTH),
                endpoint.takes(Endpoint.SEED),
                Math.min(endpoint.maxImages(), repainting.maxImages()),
                endpoint.canvas(),
                false,
                expectations.basis(endpoint));
    }

    /** The endpoint for masks is asked only where it does everything that the other one would have done. */
    private Endpoint chosen(@Nullable String model, boolean withMask) {
        Endpoint endpoint = editing(model == null ? whole : model);
        if (model != null || !withMask || masked.isBlank()) {
            return endpoint;
        }
        Endpoint repainting = editing(masked);
        return repainting.standsInFor(endpoint) ? repainting : endpoint;
    }

    private Endpoint editing(String id) {
        Endpoint endpoint = endpoints.named(id);
        if (!endpoint.changesImages()) {
            throw new ProviderFailure.InvalidRequest(
                    "Endpoint '%s' of fal makes images from words and changes none; name another one".formatted(id));
        }
        return endpoint;
    }

    @Override
    public MadeImages edit(Request request, CallContext context) {
        Endpoint endpoint = endpoint(request);
        context.checkCanceled();
        if (keepsEverything(request, endpoint)) {
            return unchanged(request, endpoint);
        }
        Input input = input(request, endpoint);
        addPictures(input, request, context);
        return orders.place(input, prompt(request, endpoint), context);
    }

    private Endpoint endpoint(Request request) {
        Endpoint endpoint = chosen(request.model(), request.maskFile() != null);
        if (!endpoint.kinds().contains(request.kind())) {
            throw new ProviderFailure.InvalidRequest(
                    "Endpoint '%s' of fal does no %s repair; name another endpoint or another provider"
                            .formatted(endpoint.id(), request.kind().label()));
        }
        if (endpoint.repaints() && request.maskFile() == null) {
            throw new ProviderFailure.InvalidRequest(
                    "Endpoint '%s' of fal repaints within a mask; give one, or name another endpoint"
                            .formatted(endpoint.id()));
        }
        if (request.references().size() > endpoint.maxReferences()) {
            throw new ProviderFailure.InvalidRequest("Endpoint '%s' of fal takes %d reference images but was given %d"
                    .formatted(
                            endpoint.id(),
                            endpoint.maxReferences(),
                            request.references().size()));
        }
        return endpoint;
    }

    private static boolean keepsEverything(Request request, Endpoint endpoint) {
        return endpoint.takes(Endpoint.STRENGTH) && request.knobs().strength().keepsEverything();
    }

    /** No endpoint goes down to strength 0, and nobody needs to be paid for it. */
    private static MadeImages unchanged(Request request, Endpoint endpoint) {
        ProviderReport report = new ProviderReport(
                FalProviderFactory.NAME, endpoint.id(), prompt(request, endpoint), List.of(), Cost.free(), false);
        return new MadeImages(Collections.nCopies(request.knobs().candidates(), request.base()), report);
    }

    /** All but the pictures, which may have to be brought to fal first. */
    private static Input input(Request request, Endpoint endpoint) {
        Input input = Input.to(endpoint)
                .put(Endpoint.PROMPT, prompt(request, endpoint))
                .offer(Endpoint.SIZE, request.size().toString());
        if (endpoint.parameters().get(Endpoint.STRENGTH) instanceof Allowed.Range range) {
            input.put(Endpoint.STRENGTH, strength(request.knobs().strength(), range));
        }
        return Sampling.of(request.knobs().seed(), request.knobs().candidates()).in(input);
    }

    /** fal means the same by it; only its smallest one is a little more than nothing. */
    private static String strength(Strength strength, Allowed.Range range) {
        return range.nearest(BigDecimal.valueOf(strength.value())).toPlainString();
    }

    private void addPictures(Input input, Request request, CallContext context) {
        if (input.endpoint().takes(Endpoint.IMAGES)) {
            List<EncodedImage> pictures = new ArrayList<>();
            pictures.add(request.base());
            pictures.addAll(request.references());
            input.put(Endpoint.IMAGES, orders.shown(pictures, context));
        } else {
            input.put(Endpoint.IMAGE, orders.shown(List.of(request.base()), context));
        }
        EncodedImage mask = request.maskFile();
        if (mask != null && input.endpoint().repaints()) {
            input.put(Endpoint.MASK, orders.shown(List.of(mask), context));
        }
    }

    private static String prompt(Request request, Endpoint endpoint) {
        return request.prompt(endpoint.maxPrompt());
    }

    @Override
    public Cost estimate(Request request) {
        Endpoint endpoint = endpoint(request);
        return expectations.cost(endpoint, request.knobs().candidates(), request.size());
    }

    @Override
    public Preview preview(Request request) {
        Endpoint endpoint = endpoint(request);
        input(request, endpoint);
        return new Preview(endpoint.id(), prompt(request, endpoint), List.of());
    }

    @Override
    public Optional<Resumption> resumption() {
        return Optional.of(orders::resume);
    }
}
