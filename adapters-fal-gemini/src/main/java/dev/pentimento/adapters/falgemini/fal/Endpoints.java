package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Suggestion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that can be asked: the {@linkplain KnownEndpoints known} ones, and those that the model catalogue declares.
 *
 * <p>The catalogue may say of each: {@code parameters.<name>}, in the notation of {@link Allowed}, one for each parameter; {@code send.<name>}, a value
 * to send with every request; {@code canvas}, {@code max-prompt} and {@code max-references} as for every provider.
 */
final class Endpoints {
    private static final String PARAMETERS = "parameters.";
    private static final String SEND = "send.";

    private final ProviderSettings settings;

    Endpoints(ProviderSettings settings) {
        this.settings = settings;
    }

    /**
     * The endpoint of this name.
     *
     * @throws ProviderFailure.ModelRetired if it is gone
     * @throws ProviderFailure.InvalidRequest if nobody knows what it takes
     */
    Endpoint named(String id) {
        Endpoint known = KnownEndpoints.all().get(id);
        Optional<ModelFacts> facts = settings.offered(id);
        try {
            return facts.flatMap(said -> declared(said, known))
                    .or(() -> Optional.ofNullable(known))
                    .orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure.InvalidRequest(
                    "The model catalogue describes endpoint '%s' of fal in a way that cannot be used: %s"
                            .formatted(id, e.getMessage()));
        }
    }

    PriceList prices(String id) {
        return settings.model(id).map(ModelFacts::prices).orElse(PriceList.UNKNOWN);
    }

    /** Empty if the catalogue does not say enough. */
    private static Optional<Endpoint> declared(ModelFacts facts, @Nullable Endpoint known) {
        Map<String, Allowed> parameters = new TreeMap<>();
        below(PARAMETERS, facts).forEach((name, notation) -> parameters.put(name, Allowed.of(notation)));
        if (parameters.isEmpty() && known == null) {
            return Optional.empty();
        }
        Endpoint basis = known == null
                ? new Endpoint(facts.id(), parameters, Map.of(), KnownEndpoints.DIFFUSION, KnownEndpoints.MAX_PROMPT, 0)
                : known;
        return Optional.of(new Endpoint(
                facts.id(),
                parameters.isEmpty() ? basis.parameters() : parameters,
                below(SEND, facts),
                facts.canvas().orElse(basis.canvas()),
                facts.number("max-prompt", basis.maxPrompt()),
                facts.number("max-references", basis.maxReferences())));
    }

    private static Map<String, String> below(String prefix, ModelFacts facts) {
        Map<String, String> found = new TreeMap<>();
        facts.traits().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value.strip());
            }
        });
        return found;
    }

    private ProviderFailure unknown(String id) {
        Set<String> names = new TreeSet<>(KnownEndpoints.all().keySet());
        settings.models().stream()
                .filter(facts -> !below(PARAMETERS, facts).isEmpty())
                .map(ModelFacts::id)
                .forEach(names::add);
        String hint = Suggestion.hint(id, names);
        return new ProviderFailure.InvalidRequest(
                "It is not known what endpoint '%s' of fal takes%s Known: %s; the model catalogue can declare others"
                        .formatted(id, hint.isEmpty() ? "." : hint, String.join(", ", names)));
    }
}
