package dev.pentimento.testkit.wire;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.Preview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has images made by a vendor that does not exist, with one flaw or none. */
final class TeapotGenerator implements ImageGenerator {
    private static final int MOST = 3;

    private final TeapotDesk desk;

    TeapotGenerator(TeapotDesk desk) {
        this.desk = desk;
    }

    @Override
    public int maxVariants(@Nullable String model) {
        return MOST;
    }

    @Override
    public Cost estimate(Request request) {
        return desk.estimate(request.model());
    }

    @Override
    public Preview preview(Request request) {
        String words = desk.suffers(Flaw.PREVIEWS_SOMETHING_ELSE) ? "tea" : words(request);
        return new Preview(desk.model(request.model()), words, List.of());
    }

    private String words(Request request) {
        return desk.suffers(Flaw.FORGETS_THE_BRIEF) ? request.instruction().text() : request.prompt(2000);
    }

    @Override
    public MadeImages generate(Request request, CallContext context) {
        desk.requireOffered(request.model());
        if (request.variants() > MOST && !desk.suffers(Flaw.TAKES_ANY_NUMBER_OF_VARIANTS)) {
            throw new ProviderFailure.InvalidRequest("Too many variants");
        }
        byte[] answer = desk.send(order(request), context);
        return new MadeImages(desk.images(answer), desk.report(words(request), request.model(), Lines.read(answer)));
    }

    private Lines order(Request request) {
        Lines order = desk.order(words(request), request.model(), List.of());
        Long seed = request.seed();
        if (seed != null && !desk.suffers(Flaw.FORGETS_THE_SEED)) {
            order.with("seed", seed.toString());
        }
        return order.with("count", Integer.toString(request.variants()));
    }

    @Override
    public String toString() {
        return desk.described("TeapotGenerator");
    }
}
