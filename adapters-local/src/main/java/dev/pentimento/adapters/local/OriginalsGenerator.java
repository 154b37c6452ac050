package dev.pentimento.adapters.local;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;

/** Draws logos and posters from words. */
final class OriginalsGenerator implements ImageGenerator {

    @Override
    public MadeImages generate(Request request, CallContext context) {
        context.checkCanceled();
        throw new ProviderFailure.InvalidRequest("Nothing in '%s' can be drawn".formatted(request.instruction()));
    }
}
