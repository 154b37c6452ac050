package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.List;
import java.util.stream.Collectors;

/** Plans an edit by a prompt that tells apart what to change and what the picture shows: only the orders count. */
final class Retouch {
    /** The share of a colour from which it is seen already. */
    private static final double SEEN = 0.03;

    private Retouch() {}

    /**
     * @throws ProviderFailure.InvalidRequest if a colour is missing, which only another picture can have, or there is nothing to do
     */
    static Plan plan(Orders orders, Raster base) {
        List<ColorName> missing = missing(orders, base);
        if (!missing.isEmpty()) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine cannot give this picture %s and keep the rest; make another one with these colours, or say which colour to turn, such as: blue to red"
                            .formatted(missing.stream().map(ColorName::label).collect(Collectors.joining(" and "))));
        }
        List<Step> steps = orders.tuning().steps();
        if (steps.isEmpty()) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine was told what the picture shows, and nothing that it could change in it; begin with an order such as: Make it brighter.");
        }
        return new Plan(steps, List.of(), List.of(), List.of(), false, false, List.of());
    }

    private static List<ColorName> missing(Orders orders, Raster base) {
        if (orders.colors().isEmpty()) {
            return List.of();
        }
        LabImage whole = LabImage.of(base);
        ColorShares shares = ColorShares.of(Resampling.reduced(whole, Measures.factor(whole.width, whole.height)));
        return orders.colors().stream().filter(color -> shares.of(color) < SEEN).toList();
    }
}
