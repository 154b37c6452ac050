package dev.pentimento.app.cli.document;

import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.out.ImageEditor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The configured providers. */
public record ProvidersDocument(List<Entry> providers) {

    /**
     * One provider.
     *
     * @param editing null when it is not configured as an editor
     */
    public record Entry(
            String name,
            String description,
            List<String> roles,
            @Nullable Editing editing) {}

    /** What an editor does by itself. */
    public record Editing(
            List<String> types, boolean mask, int maxReferences, boolean strength, boolean seed, int maxCandidates) {}

    public static ProvidersDocument of(List<ListProviders.Listed> providers) {
        return new ProvidersDocument(
                providers.stream().map(ProvidersDocument::entry).toList());
    }

    private static Entry entry(ListProviders.Listed listed) {
        return new Entry(
                listed.name(),
                listed.description(),
                listed.roles().stream()
                        .sorted()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList(),
                listed.editing().map(ProvidersDocument::editing).orElse(null));
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
}
