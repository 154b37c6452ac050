package dev.pentimento.app.cli.document;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.out.ImageEditor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configured providers. */
public record ProvidersDocument(List<Entry> providers) {

    /**
     * One provider.
     *
     * @param description or why it cannot be used
     * @param key {@code not_needed}, {@code found} or {@code missing}
     * @param keyFrom where it was found, or the variable to set; null where none is needed
     * @param editing null when it is not configured as an editor
     */
    public record Entry(
            String name,
            String description,
            boolean usable,
            List<String> roles,
            String key,
            @Nullable String keyFrom,
            @Nullable Editing editing,
            List<Model> models) {}

    /** What an editor does by itself. */
    public record Editing(
            List<String> types, boolean mask, int maxReferences, boolean strength, boolean seed, int maxCandidates) {}

    /**
     * A model that the catalogue knows.
     *
     * @param prices in micro-USD for a lot of each unit; none where no price is known
     * @param shutdown the first day without it; null = none is announced
     * @param successor null = none is named
     */
    public record Model(
            String id,
            List<String> uses,
            boolean configured,
            Map<String, Long> prices,
            String source,
            String checked,
            @Nullable String shutdown,
            @Nullable String successor,
            List<String> warnings) {}

    public static ProvidersDocument of(List<ListProviders.Listed> providers) {
        return new ProvidersDocument(
                providers.stream().map(ProvidersDocument::entry).toList());
    }

    private static Entry entry(ListProviders.Listed listed) {
        ListProviders.Access access = listed.access();
        return new Entry(
                listed.name(),
                listed.description(),
                listed.usable(),
                listed.roles().stream()
                        .sorted()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList(),
                access.key().name().toLowerCase(Locale.ROOT),
                access.where().isEmpty() ? null : access.where(),
                listed.editing().map(ProvidersDocument::editing).orElse(null),
                listed.models().stream().map(ProvidersDocument::model).toList());
    }

    private static Editing editing(ImageEditor.Capabilities can) {
        return new Editing(
                can.kinds().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(RefinementKind::label)
                        .toList(),
                can.mask().isNative(),
                can.maxReferences(),
                can.strength(),
                can.seed(),
                can.maxCandidates());
    }

    private static Model model(ListProviders.Model model) {
        return new Model(
                model.id(),
                model.uses().stream().sorted().toList(),
                model.configured(),
                prices(model.prices()),
                model.source(),
                model.checked().toString(),
                model.shutdown() == null ? null : model.shutdown().toString(),
                model.successor(),
                model.warnings());
    }

    private static Map<String, Long> prices(PriceList list) {
        Map<String, Long> prices = new LinkedHashMap<>();
        for (PriceUnit unit : PriceUnit.values()) {
            Long price = list.microUsd().get(unit);
            if (price != null) {
                prices.put(unit.label(), price);
            }
        }
        return prices;
    }
}
