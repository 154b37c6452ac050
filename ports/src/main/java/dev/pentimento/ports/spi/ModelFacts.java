package dev.pentimento.ports.spi;

import dev.pentimento.domain.cost.PriceList;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the model catalogue says of one model of a provider.
 *
 * @param id as the provider calls it
 * @param prices unknown where the catalogue names none
 * @param traits what else an adapter needs to know of it, such as {@code max-references}; the adapter documents which
 * @param shutdown the day from which it is gone; null = none is announced
 * @param successor the id of the model to use instead; null = none is named
 * @param source where prices and traits were read, for people
 * @param checked when they were
 */
public record ModelFacts(
        String id,
        PriceList prices,
        Map<String, String> traits,
        @Nullable LocalDate shutdown,
        @Nullable String successor,
        String source,
        LocalDate checked) {
    public ModelFacts {
        traits = Map.copyOf(traits);
    }

    public Optional<String> trait(String name) {
        return Optional.ofNullable(traits.get(name));
    }
}
