package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import java.util.Map;
import java.util.Optional;

/**
 * What requests will probably cost. Where fal counts in units of its own, the catalogue's trait {@code billable-unit} says what one of them is: {@code
 * image}, or {@code megapixel}, of which fal bills begun ones.
 */
final class Expectations {
    private static final String UNIT = "billable-unit";
    private static final long MEGAPIXEL = 1_000_000;

    private final ProviderSettings settings;

    Expectations(ProviderSettings settings) {
        this.settings = settings;
    }

    Cost cost(Endpoint endpoint, int images, ImageSize size) {
        Optional<ModelFacts> facts = settings.model(endpoint.id());
        return facts.map(known -> known.prices().estimated(usage(known, images, size.pixels())))
                .orElse(Cost.unknown());
    }

    private static Usage usage(ModelFacts facts, long images, long pixels) {
        Map<PriceUnit, Long> prices = facts.prices().microUsd();
        if (prices.containsKey(PriceUnit.IMAGE)) {
            return new Usage(Map.of(PriceUnit.IMAGE, images));
        }
        if (prices.containsKey(PriceUnit.PIXEL)) {
            return new Usage(Map.of(PriceUnit.PIXEL, images * pixels));
        }
        return switch (facts.trait(UNIT).orElse("")) {
            case "image" -> units(images);
            case "megapixel" -> units(images * ((pixels + MEGAPIXEL - 1) / MEGAPIXEL));
            default -> Usage.UNKNOWN;
        };
    }

    private static Usage units(long units) {
        return new Usage(Map.of(PriceUnit.BILLABLE_MILLIUNIT, units * PriceUnit.BILLABLE_MILLIUNIT.lot()));
    }

    /** How sure fal's own account of a request will be. */
    CostBasis basis(Endpoint endpoint) {
        PriceList prices = settings.model(endpoint.id()).map(ModelFacts::prices).orElse(PriceList.UNKNOWN);
        return prices.microUsd().containsKey(PriceUnit.BILLABLE_MILLIUNIT) ? CostBasis.REPORTED : CostBasis.UNKNOWN;
    }
}
